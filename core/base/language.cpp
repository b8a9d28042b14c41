// SPDX-License-Identifier: GPL-3.0-or-later
// Installs translations and the default locale. Translations are compiled in (:/i18n), Qt's own come from the system.
#include "core/base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <array>
#include <atomic>
#include <memory>

namespace mudeung {

namespace {

std::atomic<bool> g_korean{false};

QString qtTranslationsFolder() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return QLibraryInfo::path(QLibraryInfo::TranslationsPath);
#else
    return QLibraryInfo::location(QLibraryInfo::TranslationsPath);
#endif
}

}  // namespace

void setInterfaceLanguage(const QString& language) {
    static std::array<std::unique_ptr<QTranslator>, 2> installed;
    const bool korean = language.startsWith(QLatin1String("ko"));
    const QString code = korean ? QStringLiteral("ko") : QStringLiteral("en");
    g_korean.store(korean);
    QLocale::setDefault(korean ? QLocale(QLocale::Korean, QLocale::SouthKorea) : QLocale(QLocale::English, QLocale::UnitedStates));
    if (!QCoreApplication::instance()) return;
    for (auto& translator : installed) {
        if (translator) QCoreApplication::removeTranslator(translator.get());
        translator.reset();
    }
    // Qt's own texts first, so that the program's win.
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(QStringLiteral("qtbase_") + code, qtTranslationsFolder())) {
        QCoreApplication::installTranslator(qt.get());
        installed[0] = std::move(qt);
    }
    auto own = std::make_unique<QTranslator>();
    if (own->load(QStringLiteral(":/i18n/mudeung_") + code)) {
        QCoreApplication::installTranslator(own.get());
        installed[1] = std::move(own);
    }
}

QString interfaceLanguage() {
    return g_korean.load() ? QStringLiteral("ko") : QStringLiteral("en");
}

QString systemLanguage() {
    return QLocale::system().language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

}  // namespace mudeung
