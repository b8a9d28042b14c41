// SPDX-License-Identifier: GPL-3.0-or-later
// Temporary names, and the rename that replaces the old file in one step.
#include "core/export/out_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>
#include <filesystem>

namespace mudeung {

namespace {

std::filesystem::path native(const QString& path) {
    return std::filesystem::path(QFile::encodeName(path).toStdString());
}

}  // namespace

Error cannotWriteFile(const QString& path, const QString& why) {
    return {ErrorCode::Io,
            QCoreApplication::translate("Export", "The file “%1” cannot be written: %2.")
                .arg(path, why.isEmpty() ? QCoreApplication::translate("Export", "check the folder and the free space") : why),
            {}};
}

Status writeWholeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return done();
    return cannotWriteFile(path, file.errorString());
}

PendingFile::PendingFile(const QString& target) : m_target(target) {
    const QFileInfo info(target);
    QTemporaryFile reserved(
        info.absoluteDir().filePath(QStringLiteral(".mudeung-%1.%2").arg(QString(6, QLatin1Char('X')), info.suffix().toLower())));
    reserved.setAutoRemove(false);
    if (reserved.open()) m_path = reserved.fileName();
}

PendingFile::~PendingFile() {
    if (!m_path.isEmpty()) QFile::remove(m_path);
}

Status PendingFile::putInPlace() {
    // The temporary file is private to its maker; the result has the rights of any new file.
    QFile::setPermissions(m_path, QFile::exists(m_target) ? QFile::permissions(m_target)
                                                          : QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    std::error_code problem;
    std::filesystem::rename(native(m_path), native(m_target), problem);
    if (problem) return cannotWriteFile(m_target, QString::fromStdString(problem.message()));
    m_path.clear();
    return done();
}

}  // namespace mudeung
