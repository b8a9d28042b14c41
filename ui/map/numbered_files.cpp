// SPDX-License-Identifier: GPL-3.0-or-later
// The files are made in a folder beside their own and renamed at the end.
#include "ui/map/numbered_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <filesystem>

#include "core/export/out_file.h"

namespace mudeung {

namespace {

std::filesystem::path native(const QString& path) {
    return std::filesystem::path(QFile::encodeName(path).toStdString());
}

}  // namespace

NumberedFiles::NumberedFiles(const QString& path) {
    const QFileInfo info(path);
    const bool pattern = info.suffix().toLower() == QLatin1String("png") && !info.isDir();
    m_folder = QDir::cleanPath(pattern ? info.absolutePath() : info.absoluteFilePath());
    m_name = pattern ? info.completeBaseName() : QStringLiteral("frame");
}

QString NumberedFiles::nameOf(int index) const {
    return QStringLiteral("%1-%2.png").arg(m_name).arg(index + 1, 4, 10, QLatin1Char('0'));
}

Status NumberedFiles::begin(int count) {
    m_count = count;
    const QRegularExpression numbered(QStringLiteral("^%1-(\\d{4,})\\.png$").arg(QRegularExpression::escape(m_name)));
    for (const QString& there : QDir(m_folder).entryList(QDir::Files)) {
        const auto match = numbered.match(there);
        if (!match.hasMatch() || match.captured(1).toInt() <= count) continue;
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Map",
                                                 "The folder %1 holds frames of another animation (%2), which would be mixed with these "
                                                 "%3. Choose an empty folder, another name, or remove them.")
                         .arg(m_folder, there)
                         .arg(count),
                     QString()};
    }
    // On the same disk as the target, so that renaming is all that is left to do.
    const QString parent = QFileInfo(m_folder).isDir() ? m_folder : QFileInfo(m_folder).absolutePath();
    m_beside = std::make_unique<QTemporaryDir>(QDir(parent).filePath(QStringLiteral(".mudeung-%1").arg(QString(6, QLatin1Char('X')))));
    return m_beside->isValid() ? done() : Status(cannotWriteFile(m_folder, m_beside->errorString()));
}

Status NumberedFiles::add(int index, const QByteArray& png) {
    return writeWholeFile(m_beside->filePath(nameOf(index)), png);
}

Status NumberedFiles::putInPlace() {
    if (!QFileInfo(m_folder).isDir() && !QDir().mkdir(m_folder)) return cannotWriteFile(m_folder, QString());
    for (int i = 0; i < m_count; ++i) {
        std::error_code problem;
        const QString target = QDir(m_folder).filePath(nameOf(i));
        std::filesystem::rename(native(m_beside->filePath(nameOf(i))), native(target), problem);
        if (problem) return cannotWriteFile(target, QString::fromStdString(problem.message()));
    }
    return done();
}

}  // namespace mudeung
