// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a file before it is imported, and what the user may correct. Runs nothing itself.
#pragma once

#include <QComboBox>

#include "core/import/importer.h"
#include "ui/common/panel.h"

class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTableWidget;

namespace mudeung {

class ImportPreviewPage : public Panel {
    Q_OBJECT
public:
    explicit ImportPreviewPage(QWidget* parent = nullptr);
    void setPreview(const ImportPreview& preview);
    const ImportPreview& preview() const { return m_preview; }
    ImportOptions options() const;
    bool isUsable() const;

signals:
    /// Another profile or encoding was chosen: the preview should be made anew.
    void previewWanted();
    /// A column was chosen by hand; isUsable() may have changed.
    void corrected();

protected:
    void retranslate() override;

private:
    void showFacts();
    void showProfiles();
    static QString fieldName(const QString& field);
    void showMapping();
    void showRows();

    ImportPreview m_preview;
    QHash<QString, QComboBox*> m_columns;
    QLabel* m_encodingLabel;
    QLabel* m_encoding;
    QLabel* m_profileLabel;
    QComboBox* m_profile;
    QLabel* m_reason;
    QLabel* m_warnings;
    QLabel* m_yearLabel;
    QSpinBox* m_year;
    QLabel* m_datasetLabel;
    QLineEdit* m_dataset;
    QLabel* m_existingLabel;
    QComboBox* m_existing;
    QWidget* m_mapping;
    QFormLayout* m_mappingForm;
    QLabel* m_mappingLabel;
    QTableWidget* m_rows;
    QLabel* m_shownRows;  ///< how many rows of the file these are
    bool m_updating = false;
};

}  // namespace mudeung
