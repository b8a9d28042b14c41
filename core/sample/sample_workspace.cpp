// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the sample workspace: one thread writes the months' files a little ahead, this one imports them by the ordinary import.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "core/import/importer.h"
#include "core/sample/published_files.h"
#include "core/sample/sample_city.h"
#include "core/sample/text_file.h"

namespace mudeung {
namespace {

using namespace sample;

Error cancelledError() {
    return {ErrorCode::Cancelled, QCoreApplication::translate("Sample", "The sample city was not made."), QString()};
}

/// Writes months on its own thread, at most two ahead of the import, so that neither memory nor disk grows with the span.
class MonthWriter {
public:
    MonthWriter(const City& city, const QString& folder) : m_city(city), m_folder(folder), m_thread([this] { work(); }) {}
    ~MonthWriter() {
        m_stop.cancel();
        m_room.notify_all();
        m_thread.join();
    }
    MonthWriter(const MonthWriter&) = delete;
    MonthWriter& operator=(const MonthWriter&) = delete;

    /// The files of the next month.
    Result<QStringList> next() {
        std::unique_lock lock(m_mutex);
        m_filled.wait(lock, [this] { return !m_ready.empty(); });
        Result<QStringList> files = std::move(m_ready.front());
        m_ready.pop_front();
        m_room.notify_one();
        return files;
    }

private:
    bool put(Result<QStringList> files) {
        const bool good = files.ok();
        std::unique_lock lock(m_mutex);
        // A cancel is not a change of the condition variable's own state: look at it now and then.
        while (m_ready.size() >= 2 && !m_stop.isCancelled()) m_room.wait_for(lock, std::chrono::milliseconds(100));
        m_ready.push_back(std::move(files));
        m_filled.notify_one();
        return good && !m_stop.isCancelled();
    }

    void work() {
        try {
            const auto effects = dayEffects(m_city);
            for (const QDate month : monthsOf(m_city))
                if (!put(writeMonthFiles(m_city, effects, month, m_folder, m_stop))) return;
        } catch (const std::exception& e) {
            const QString message = QCoreApplication::translate("Sample", "The sample city could not be made.");
            put(Error{ErrorCode::Internal, message, QString::fromUtf8(e.what())});
        }
    }

    const City& m_city;
    QString m_folder;
    Progress m_stop;
    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::condition_variable m_room;
    std::deque<Result<QStringList>> m_ready;
    std::thread m_thread;  // last: it uses the members above
};

/// Imports files one by one and reports one smooth progress over all of them.
class Importing {
public:
    Importing(Workspace& workspace, int files, Progress& progress) : m_workspace(workspace), m_files(files), m_progress(progress) {}

    /// People present come in the layout that Seoul publishes; whose they are, the layout does not say.
    Status importPresent(const QString& path) {
        return import(path, QString::fromLatin1(kPresentProfile),
                      ImportOptions::Naming{QStringLiteral("Living population by dong, hour, sex and seven ages"),
                                            QStringLiteral("생활인구(행정동, 시간대·성·연령 7구간)"),
                                            QStringLiteral("City big-data platform"), QStringLiteral("시 빅데이터 플랫폼")});
    }

    /// `profile` empty = the one that fits best.
    Status import(const QString& path, const QString& profile = {}, const std::optional<ImportOptions::Naming>& naming = {}) {
        if (m_progress.isCancelled()) return cancelledError();
        Progress* inner = nullptr;
        Progress own([&](const ProgressReport& report) {
            if (m_progress.isCancelled()) inner->cancel();
            m_progress.set((m_done + std::max(0.0, report.fraction)) / m_files);
        });
        inner = &own;
        ImportOptions options;
        options.sample = true;
        options.profile = profile;
        options.naming = naming;
        const auto outcome = importFile(m_workspace, path, options, own);
        if (!outcome) return outcome.error().code == ErrorCode::Cancelled ? cancelledError() : outcome.error();
        QFile::remove(path);
        m_progress.set(++m_done / static_cast<double>(m_files));
        return done();
    }

private:
    Workspace& m_workspace;
    int m_files;
    int m_done = 0;
    Progress& m_progress;
};

Status importAll(const City& city, Workspace& workspace, const QString& folder, Progress& progress) {
    const auto layers = writeLayerFiles(city, folder);
    if (!layers) return layers.error();
    const int months = static_cast<int>(monthsOf(city).size());
    Importing importing(workspace, static_cast<int>(layers->size()) + 3 * months, progress);
    for (const QString& path : *layers)
        if (const Status status = importing.import(path); !status) return status;
    MonthWriter writer(city, folder);
    for (int i = 0; i < months; ++i) {
        const auto files = writer.next();
        if (!files) return files.error();
        for (const QString& path : *files) {
            const bool present = path == files->last();
            if (const Status status = present ? importing.importPresent(path) : importing.import(path); !status) return status;
        }
    }
    return done();
}

}  // namespace

Status makeSampleWorkspace(const QString& workspacePath, const SampleOptions& options, Progress& progress) {
    if (const Status free = checkSampleTarget(workspacePath); !free) return free;
    const QFileInfo target(workspacePath);
    progress.setPhase(QCoreApplication::translate("Sample", "Laying out the sample city"), 0.0, 0.03);
    const auto city = planCity(options);
    if (!city) return city.error();
    // Beside the target: on the same disk, so that the last step is one rename.
    QTemporaryDir folder(target.absoluteDir().filePath(QStringLiteral(".mudeung-sample-")));
    if (!folder.isValid()) {
        const QString message = QCoreApplication::translate("Sample", "Nothing can be written to the folder %1. Choose another folder.");
        return Error{ErrorCode::Io, message.arg(QDir::toNativeSeparators(target.absolutePath())), folder.errorString()};
    }
    const QString unfinished = folder.filePath(QStringLiteral("sample.mudeung"));
    {
        auto workspace = Workspace::create(unfinished);
        if (!workspace) return workspace.error();
        progress.setPhase(QCoreApplication::translate("Sample", "Importing the sample city"), 0.03, 0.99);
        if (const Status status = importAll(*city, **workspace, folder.path(), progress); !status) return status;
    }
    if (progress.isCancelled()) return cancelledError();
    const QFileInfo log(unfinished + QStringLiteral("-wal"));
    if (log.exists() && log.size() > 0)
        return Error{ErrorCode::Internal, QCoreApplication::translate("Sample", "The sample city could not be made."), log.filePath()};
    syncToDisk(unfinished);
    if (const Status free = checkSampleTarget(workspacePath); !free) return free;
    if (!QFile::rename(unfinished, workspacePath)) {
        const QString message = QCoreApplication::translate("Sample", "The workspace %1 cannot be written. Choose another name or folder.");
        return Error{ErrorCode::Io, message.arg(QDir::toNativeSeparators(workspacePath)), QString()};
    }
    syncToDisk(target.absolutePath());
    progress.set(1.0);
    return done();
}

}  // namespace mudeung
