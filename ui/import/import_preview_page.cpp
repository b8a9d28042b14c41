// SPDX-License-Identifier: GPL-3.0-or-later
// Facts, corrections and the first rows of a file.
#include "ui/import/import_preview_page.h"

#include <QDate>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/format.h"
#include "core/model/names.h"
#include "ui/common/table_head.h"

namespace mudeung {

namespace {

constexpr double kUsableScore = 0.5;
constexpr int kTarget = 28;
constexpr int kMeasuredRows = 8;  ///< for the widths of columns: measuring every cell would hold the window

QLabel* muted(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setProperty("muted", true);
    return label;
}

}  // namespace

ImportPreviewPage::ImportPreviewPage(QWidget* parent) : Panel(parent) {
    m_encodingLabel = muted(this);
    m_encoding = new QLabel(this);
    m_encoding->setWordWrap(true);
    m_profileLabel = muted(this);
    m_profile = new QComboBox(this);
    m_profile->setObjectName(QStringLiteral("profile"));
    m_reason = muted(this);
    m_reason->setWordWrap(true);
    m_warnings = new QLabel(this);
    m_warnings->setWordWrap(true);
    m_yearLabel = muted(this);
    m_year = new QSpinBox(this);
    m_year->setObjectName(QStringLiteral("year"));
    m_year->setRange(1990, 2100);
    m_year->setValue(QDate::currentDate().year() - 1);
    m_datasetLabel = muted(this);
    m_dataset = new QLineEdit(this);
    m_dataset->setObjectName(QStringLiteral("datasetName"));
    m_existingLabel = muted(this);
    m_existing = new QComboBox(this);
    m_existing->setObjectName(QStringLiteral("onExisting"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    int row = 0;
    const auto add = [&](QLabel* label, QWidget* field) {
        if (field != m_encoding) field->setMinimumHeight(kTarget);
        label->setMinimumHeight(field == m_encoding ? 0 : kTarget);
        grid->addWidget(label, row, 0, field == m_encoding ? Qt::AlignTop : Qt::AlignVCenter);
        grid->addWidget(field, row++, 1);
    };
    add(m_encodingLabel, m_encoding);
    add(m_profileLabel, m_profile);
    grid->addWidget(m_reason, row++, 1);
    add(m_yearLabel, m_year);
    add(m_datasetLabel, m_dataset);
    add(m_existingLabel, m_existing);
    grid->setColumnStretch(1, 1);
    m_mappingLabel = muted(this);
    m_mapping = new QWidget(this);
    m_mappingForm = new QFormLayout(m_mapping);
    m_mappingForm->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_mapping);
    scroll->setMinimumWidth(260);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* mapping = new QVBoxLayout;
    mapping->addWidget(m_mappingLabel);
    mapping->addWidget(scroll, 1);
    auto* facts = new QVBoxLayout;
    facts->addLayout(grid);
    facts->addWidget(m_warnings);
    facts->addStretch(1);
    auto* top = new QHBoxLayout;
    top->setSpacing(16);
    top->addLayout(facts, 3);
    top->addLayout(mapping, 2);
    m_rows = new QTableWidget(this);
    m_rows->setObjectName(QStringLiteral("previewRows"));
    m_rows->setHorizontalHeader(new TableHead(m_rows));
    m_rows->horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setAlternatingRowColors(true);
    m_rows->setTabKeyNavigation(false);
    m_rows->verticalHeader()->setDefaultSectionSize(24);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top, 2);
    column->addWidget(m_rows, 3);
    m_shownRows = muted(this);
    m_shownRows->setWordWrap(true);
    column->addWidget(m_shownRows);
    connect(m_profile, QOverload<int>::of(&QComboBox::activated), this, &ImportPreviewPage::previewWanted);
    retranslate();
}

void ImportPreviewPage::retranslate() {
    m_encodingLabel->setText(tr("File"));
    m_profileLabel->setText(tr("Layout"));
    m_profile->setAccessibleName(tr("Layout of the file"));
    m_yearLabel->setText(tr("Year"));
    m_year->setAccessibleName(tr("Year of the numbers; the file does not say it"));
    m_year->setToolTip(m_year->accessibleName());
    m_datasetLabel->setText(tr("Dataset"));
    m_dataset->setAccessibleName(tr("Name of the dataset to import into"));
    m_dataset->setPlaceholderText(tr("as in the layout"));
    m_existingLabel->setText(tr("Existing months"));
    m_existing->setAccessibleName(tr("What to do with months that the dataset already has"));
    const int chosen = std::max(0, m_existing->currentIndex());
    m_existing->clear();
    m_existing->addItem(tr("Refuse the file and list them"), static_cast<int>(OnExisting::Ask));
    m_existing->addItem(tr("Replace them"), static_cast<int>(OnExisting::Replace));
    m_existing->addItem(tr("Add to them"), static_cast<int>(OnExisting::Add));
    m_existing->addItem(tr("Fill only their gaps"), static_cast<int>(OnExisting::Fill));
    m_existing->setCurrentIndex(chosen);
    m_mappingLabel->setText(tr("Fields and columns"));
    m_rows->setAccessibleName(tr("First rows of the file"));
    if (!m_preview.path.isEmpty()) setPreview(m_preview);
}

void ImportPreviewPage::setPreview(const ImportPreview& preview) {
    m_updating = true;
    m_preview = preview;
    showFacts();
    showProfiles();
    showMapping();
    showRows();
    m_yearLabel->setVisible(preview.needsYear);
    m_year->setVisible(preview.needsYear);
    m_updating = false;
}

void ImportPreviewPage::showFacts() {
    QStringList facts{m_preview.container};
    if (!m_preview.encoding.isEmpty()) facts << m_preview.encoding;
    if (!m_preview.delimiter.isEmpty())
        facts << tr("delimiter %1")
                     .arg(m_preview.delimiter == QLatin1String("\t")  ? tr("tab")
                          : m_preview.delimiter == QLatin1String(",") ? tr("comma")
                                                                      : m_preview.delimiter);
    QString text = facts.join(QStringLiteral(" · "));
    if (!m_preview.encodingReason.isEmpty()) text += QLatin1Char('\n') + m_preview.encodingReason;
    m_encoding->setText(text);
    m_warnings->setText(m_preview.warnings.join(QLatin1Char('\n')));
    m_warnings->setVisible(!m_preview.warnings.isEmpty());
}

void ImportPreviewPage::showProfiles() {
    m_profile->clear();
    for (const ProfileMatch& match : m_preview.matches) m_profile->addItem(inInterfaceLanguage(match.title, match.titleKo), match.profile);
    m_profile->setEnabled(!m_preview.matches.isEmpty());
    if (m_preview.matches.isEmpty()) {
        m_reason->setText(tr("No known layout fits this file. Check that it is an unchanged file of the portal."));
        return;
    }
    const ProfileMatch& best = m_preview.matches.first();
    QString reason = best.reason;
    if (!best.missing.isEmpty())
        reason = tr("%1 match", "a layout").arg(formatPercent(best.score, 0)) + QStringLiteral(" · ") + reason + QLatin1Char('\n') +
                 tr("Missing columns: %1").arg(best.missing.join(QStringLiteral(", ")));
    m_reason->setText(reason);
}

/// What a field of a profile means, for people; a field that only one layout knows keeps its id.
QString ImportPreviewPage::fieldName(const QString& field) {
    const QHash<QString, QString> names{{QStringLiteral("place"), tr("Place code")},
                                        {QStringLiteral("code"), tr("Place code")},
                                        {QStringLiteral("id"), tr("Place code")},
                                        {QStringLiteral("name"), tr("Place name")},
                                        {QStringLiteral("date"), tr("Date")},
                                        {QStringLiteral("month"), tr("Month")},
                                        {QStringLiteral("day"), tr("Day")},
                                        {QStringLiteral("hour"), tr("Hour")},
                                        {QStringLiteral("columns"), tr("Value columns")},
                                        {QStringLiteral("measure"), tr("Measure")},
                                        {QStringLiteral("value"), tr("Value")},
                                        {QStringLiteral("on"), tr("Boardings")},
                                        {QStringLiteral("off"), tr("Alightings")},
                                        {QStringLiteral("group"), tr("Group")},
                                        {QStringLiteral("total"), tr("Total")},
                                        {QStringLiteral("line"), tr("Line")},
                                        {QStringLiteral("route"), tr("Route")},
                                        {QStringLiteral("routeName"), tr("Route name")},
                                        {QStringLiteral("node"), tr("Node id")},
                                        {QStringLiteral("ars"), tr("ARS number")},
                                        {QStringLiteral("lon"), tr("Longitude")},
                                        {QStringLiteral("lat"), tr("Latitude")},
                                        {QStringLiteral("x"), tr("X coordinate")},
                                        {QStringLiteral("y"), tr("Y coordinate")},
                                        {QStringLiteral("address"), tr("Address")},
                                        {QStringLiteral("registered"), tr("Date of registration")}};
    return names.value(field, field);
}

void ImportPreviewPage::showMapping() {
    while (m_mappingForm->rowCount() > 0) m_mappingForm->removeRow(0);
    m_columns.clear();
    for (const QString& field : m_preview.fields) {
        auto* box = new QComboBox(m_mapping);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        box->setMinimumHeight(28);
        box->addItem(tr("(none)"), QString());
        for (const QString& column : m_preview.columns) box->addItem(column, column);
        box->setCurrentIndex(std::max(0, box->findData(m_preview.mapping.value(field))));
        box->setObjectName(QStringLiteral("column-") + field);
        box->setAccessibleName(tr("Column of the field %1").arg(fieldName(field)));
        connect(box, QOverload<int>::of(&QComboBox::activated), this, &ImportPreviewPage::corrected);
        QLabel* name = muted(this);
        name->setText(fieldName(field));
        name->setBuddy(box);
        m_mappingForm->addRow(name, box);
        m_columns.insert(field, box);
    }
}

void ImportPreviewPage::showRows() {
    m_rows->clear();
    m_rows->setColumnCount(static_cast<int>(m_preview.columns.size()));
    m_rows->setHorizontalHeaderLabels(m_preview.columns);
    m_rows->setRowCount(static_cast<int>(m_preview.rows.size()));
    for (int r = 0; r < static_cast<int>(m_preview.rows.size()); ++r) {
        for (int c = 0; c < static_cast<int>(m_preview.rows[r].size()) && c < m_rows->columnCount(); ++c) {
            auto* cell = new QTableWidgetItem(m_preview.rows[r][c]);
            bool isNumber = false;
            QString(m_preview.rows[r][c]).remove(QLatin1Char(',')).toDouble(&isNumber);
            if (isNumber) cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_rows->setItem(r, c, cell);
            if (QTableWidgetItem* head = m_rows->horizontalHeaderItem(c); head && r == 0)
                head->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        }
    }
    m_shownRows->setText(tr("The first %1 rows. Rows that cannot be read are left out of the import and listed afterwards, each with its "
                            "reason.")
                             .arg(formatCount(m_preview.rows.size())));
    m_shownRows->setVisible(!m_preview.rows.isEmpty());
    m_rows->resizeColumnsToContents();
    for (int c = 0; c < m_rows->columnCount(); ++c) m_rows->setColumnWidth(c, std::clamp(m_rows->columnWidth(c), 56, 220));
}

bool ImportPreviewPage::isUsable() const {
    const int chosen = std::max(0, m_profile->currentIndex());
    if (chosen >= static_cast<int>(m_preview.matches.size())) return false;
    // A layout that misses columns becomes usable when the user names them; the import still checks that all are there.
    return m_preview.matches[chosen].score >= kUsableScore || !options().columns.isEmpty();
}

ImportOptions ImportPreviewPage::options() const {
    ImportOptions options;
    options.dataset = m_dataset->text().trimmed();
    options.profile = m_profile->currentData().toString();
    if (m_preview.needsYear) options.year = m_year->value();
    options.onExisting = static_cast<OnExisting>(m_existing->currentData().toInt());
    // Only what differs from the profile's own choice: an untouched mapping stays the profile's business.
    for (auto it = m_columns.cbegin(); it != m_columns.cend(); ++it) {
        const QString column = it.value()->currentData().toString();
        if (!column.isEmpty() && column != m_preview.mapping.value(it.key())) options.columns.insert(it.key(), column);
    }
    return options;
}

}  // namespace mudeung
