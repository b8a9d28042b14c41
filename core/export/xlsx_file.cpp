// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets, cell by cell. libxlsxwriter keeps the whole workbook in memory and writes it when it is closed.
#include "core/export/xlsx_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <functional>
#include <xlsxwriter.h>

#include "core/base/csv_text.h"
#include "core/export/answer_columns.h"
#include "core/export/out_file.h"
#include "core/model/names.h"
#include "core/receipt/carrier.h"

namespace mudeung {

namespace {

constexpr int kMostRows = 1048575;      // below the head
constexpr int kCellCharacters = 32000;  // the limit is 32,767 UTF-16 units
const QString kPieceHead = QStringLiteral("mudeung-receipt %1/%2 ");

/// Columns that a character of an East Asian script is wide: two.
int widthOf(const QString& text) {
    int width = 0;
    for (const QChar c : text) width += c.unicode() >= 0x1100 ? 2 : 1;
    return width;
}

/// The rows of one sheet, and how wide its columns have to be.
class Sheet {
public:
    Sheet(lxw_workbook* book, const char* name) : m_sheet(workbook_add_worksheet(book, name)) {}

    void text(int row, int column, const QString& text, lxw_format* format = nullptr) {
        if (text.isEmpty()) return;
        const QByteArray utf8 = withoutFormula(text.left(kCellCharacters)).toUtf8();
        note(worksheet_write_string(m_sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), utf8.constData(), format));
        widen(column, widthOf(text));
    }
    /// To 15 digits, which office programs keep: libxlsxwriter's 16 are not enough to give a double back, and too many to round once more.
    void number(int row, int column, double exact, lxw_format* format = nullptr) {
        if (std::isnan(exact)) return;
        const double value = QByteArray::number(exact, 'g', 15).toDouble();
        note(worksheet_write_number(m_sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), value, format));
        widen(column, static_cast<int>(QString::number(value, 'f', 0).size() * 4 / 3) + 2);
    }
    void setWidths(int most) {
        for (auto it = m_widths.cbegin(); it != m_widths.cend(); ++it) {
            const auto column = static_cast<lxw_col_t>(it.key());
            worksheet_set_column(m_sheet, column, column, std::clamp(it.value() + 2, 8, most), nullptr);
        }
    }
    lxw_worksheet* get() const { return m_sheet; }
    bool failed() const { return m_failed; }

private:
    void widen(int column, int width) { m_widths[column] = std::max(m_widths.value(column), width); }
    void note(lxw_error error) { m_failed = m_failed || error != LXW_NO_ERROR; }

    lxw_worksheet* m_sheet;
    QMap<int, int> m_widths;
    bool m_failed = false;
};

struct Formats {
    explicit Formats(lxw_workbook* book, int decimals) {
        head = workbook_add_format(book);
        format_set_bold(head);
        format_set_bottom(head, LXW_BORDER_THIN);
        format_set_bg_color(head, 0xE8EEF4);
        number = workbook_add_format(book);
        const QByteArray shape = decimals > 0 ? "#,##0." + QByteArray(decimals, '0') : QByteArray("#,##0");
        format_set_num_format(number, shape.constData());
        whole = workbook_add_format(book);
        format_set_num_format(whole, "#,##0");
        share = workbook_add_format(book);
        format_set_num_format(share, "0.00%");
        degrees = workbook_add_format(book);
        format_set_num_format(degrees, "0.000000");
        bold = workbook_add_format(book);
        format_set_bold(bold);
    }
    lxw_format *head, *number, *whole, *share, *degrees, *bold;
};

/// Key, label, value; levels add sum and observed; places and dongs rank, share and where they are.
QStringList heads(const Table& table) {
    QStringList names{keyHead(table.by), labelHead(table.by), valueHead(table)};
    if (table.measure.aggregation == Aggregation::Mean)
        names << QCoreApplication::translate("Export", "Sum") << QCoreApplication::translate("Export", "Observed cells");
    if (rowsAreOnMap(table.by))
        names << QCoreApplication::translate("Export", "Rank") << QCoreApplication::translate("Export", "Share")
              << QCoreApplication::translate("Export", "Longitude") << QCoreApplication::translate("Export", "Latitude");
    return names;
}

bool fillNumbers(Sheet& sheet, const Table& table, const std::vector<RowStanding>& standing, const Formats& formats) {
    const QStringList names = heads(table);
    for (int c = 0; c < static_cast<int>(names.size()); ++c) sheet.text(0, c, names[c], formats.head);
    for (int i = 0; i < static_cast<int>(table.rows.size()); ++i) {
        const TableRow& row = table.rows[i];
        int column = 0;
        sheet.text(i + 1, column++, row.key);
        sheet.text(i + 1, column++, row.label);
        sheet.number(i + 1, column++, row.value, formats.number);
        if (table.measure.aggregation == Aggregation::Mean) {
            sheet.number(i + 1, column++, table.measure.toValue(row.sum), formats.number);
            sheet.number(i + 1, column++, static_cast<double>(row.observed), formats.whole);
        }
        if (!rowsAreOnMap(table.by)) continue;
        const RowStanding& own = standing[static_cast<std::size_t>(i)];
        if (own.rank > 0) sheet.number(i + 1, column, own.rank, formats.whole);
        sheet.number(i + 1, column + 1, own.share, formats.share);
        sheet.number(i + 1, column + 2, row.lon, formats.degrees);
        sheet.number(i + 1, column + 3, row.lat, formats.degrees);
    }
    sheet.setWidths(60);
    worksheet_freeze_panes(sheet.get(), 1, 0);
    const auto last = static_cast<lxw_row_t>(table.rows.size());
    worksheet_autofilter(sheet.get(), 0, 0, last, static_cast<lxw_col_t>(names.size() - 1));
    worksheet_repeat_rows(sheet.get(), 0, 0);
    return !sheet.failed();
}

bool fillRows(Sheet& sheet, const QStringList& heads, const QVector<QVariantList>& rows, const Formats& formats) {
    for (int c = 0; c < static_cast<int>(heads.size()); ++c) sheet.text(0, c, heads[c], formats.head);
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        for (int c = 0; c < static_cast<int>(rows[i].size()); ++c) {
            const QVariant& cell = rows[i][c];
            cell.userType() == QMetaType::Double ? sheet.number(i + 1, c, cell.toDouble()) : sheet.text(i + 1, c, cell.toString());
        }
    }
    sheet.setWidths(60);
    worksheet_freeze_panes(sheet.get(), 1, 0);
    worksheet_autofilter(sheet.get(), 0, 0, static_cast<lxw_row_t>(rows.size()), static_cast<lxw_col_t>(heads.size() - 1));
    worksheet_repeat_rows(sheet.get(), 0, 0);
    return !sheet.failed();
}

bool fillReceipt(Sheet& sheet, const QStringList& notes, const Receipt& receipt, const Formats& formats) {
    int row = 0;
    for (const QString& line : receiptLines(receipt)) {
        sheet.text(row, 0, line, row == 0 ? formats.bold : nullptr);
        ++row;
    }
    if (!notes.isEmpty()) {
        sheet.text(++row, 0, QCoreApplication::translate("Export", "Notes"), formats.bold);
        for (const QString& note : notes) sheet.text(++row, 0, note);
        ++row;
    }
    sheet.text(++row, 0, QCoreApplication::translate("Export", "For “mudeung verify”; leave the cells below as they are."), formats.bold);
    for (const QString& cell : receiptCells(receiptText(receipt))) sheet.text(++row, 0, cell);
    worksheet_set_column(sheet.get(), 0, 0, 110, nullptr);
    return !sheet.failed();
}

void setProperties(lxw_workbook* book, const QString& name, const Receipt& receipt) {
    QByteArray title = name.left(200).toUtf8(), subject = receipt.sentence.left(200).toUtf8();
    QByteArray program = "Mudeung " MUDEUNG_VERSION;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.comments = program.data();
    workbook_set_properties(book, &properties);
    workbook_set_custom_property_string(book, "mudeung-recipe", receipt.recipe.toLatin1().constData());
    workbook_set_custom_property_string(book, "mudeung-result", receipt.result.toLatin1().constData());
}

}  // namespace

QStringList receiptCells(const QByteArray& text) {
    const QString whole = QString::fromUtf8(text);
    constexpr int kPiece = kCellCharacters - 100;  // room for the head
    QStringList pieces;
    for (int at = 0; at < static_cast<int>(whole.size());) {
        int length = std::min(kPiece, static_cast<int>(whole.size()) - at);
        if (whole[at + length - 1].isHighSurrogate()) ++length;  // a character of two units stays in one piece
        pieces << whole.mid(at, length);
        at += length;
    }
    for (int i = 0; i < static_cast<int>(pieces.size()); ++i) pieces[i].prepend(kPieceHead.arg(i + 1).arg(pieces.size()));
    return pieces;
}

QByteArray receiptFromCells(const QStringList& cells) {
    static const QRegularExpression head(QStringLiteral("^mudeung-receipt ([0-9]{1,6})/([0-9]{1,6}) "));
    QMap<int, QString> pieces;
    int expected = 0;
    for (const QString& cell : cells) {
        const auto match = head.match(cell);
        if (!match.hasMatch()) continue;
        expected = match.captured(2).toInt();
        pieces[match.captured(1).toInt()] = cell.mid(match.capturedLength());
    }
    if (expected == 0 || pieces.size() != expected) return {};
    return QStringList(pieces.values()).join(QString()).toUtf8();
}

namespace {

struct NumberSheet {
    QString name;
    int rows = 0;
    std::function<bool(Sheet&, const Formats&)> fill;
};

/// A name for a tab that no other sheet has.
QByteArray tabName(const QString& wanted, QStringList& taken) {
    static const QRegularExpression forbidden(QStringLiteral("[\\[\\]:*?/\\\\]"));
    QString name = QString(wanted).replace(forbidden, QStringLiteral(" ")).trimmed().left(28);
    if (name.isEmpty() || name.startsWith(QLatin1Char('\''))) name = QCoreApplication::translate("Export", "Numbers");
    QString unique = name;
    for (int n = 2; taken.contains(unique, Qt::CaseInsensitive); ++n) unique = QStringLiteral("%1 %2").arg(name).arg(n);
    taken << unique;
    return unique.toUtf8();
}

Status writeBook(const QString& path, const QString& title, int decimals, const std::vector<NumberSheet>& sheets, const QStringList& notes,
                 const Receipt& receipt) {
    if (std::any_of(sheets.begin(), sheets.end(), [](const NumberSheet& s) { return s.rows > kMostRows; }))
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Export",
                                                 "A sheet of a workbook holds 1,048,576 rows, which is too few for this answer. "
                                                 "Write it as .csv, or ask about a shorter period."),
                     {}};
    PendingFile file(path);
    if (file.path().isEmpty()) return cannotWriteFile(path, {});
    lxw_workbook* book = workbook_new(QFile::encodeName(file.path()).constData());
    if (!book) return cannotWriteFile(path, {});
    const Formats formats(book, decimals);
    QStringList taken{QString::fromLatin1(kReceiptSheet)};
    bool filled = true;
    for (const NumberSheet& s : sheets) {
        Sheet numbers(book, tabName(s.name, taken).constData());
        filled = filled && numbers.get() && s.fill(numbers, formats);
    }
    Sheet about(book, kReceiptSheet);
    filled = filled && about.get() && fillReceipt(about, notes, receipt, formats);
    setProperties(book, title, receipt);
    const lxw_error closed = workbook_close(book);
    if (closed != LXW_NO_ERROR) return cannotWriteFile(path, QString::fromLatin1(lxw_strerror(closed)));
    if (!filled) return Error{ErrorCode::Internal, QCoreApplication::translate("Export", "A cell of the workbook was refused."), {}};
    return file.putInPlace();
}

}  // namespace

Status writeXlsx(const QString& path, const Table& shown, const Receipt& receipt) {
    const int decimals = shown.measure.aggregation == Aggregation::Mean ? std::max(1, shown.measure.decimals) : shown.measure.decimals;
    const NumberSheet sheet{{}, static_cast<int>(shown.rows.size()), [&shown](Sheet& s, const Formats& f) {
                                return fillNumbers(s, shown, standings(shown), f);
                            }};
    return writeBook(path, datasetTitle(shown.dataset), decimals, {sheet}, shown.notes, receipt);
}

Status writeXlsxRows(const QString& path, const QString& title, const QStringList& heads, const QVector<QVariantList>& rows,
                     const QStringList& notes, const Receipt& receipt) {
    return writeXlsxSheets(path, title, {{{}, heads, rows}}, notes, receipt);
}

Status writeXlsxSheets(const QString& path, const QString& title, const QVector<XlsxSheet>& sheets, const QStringList& notes,
                       const Receipt& receipt) {
    std::vector<NumberSheet> numbers;
    for (const XlsxSheet& sheet : sheets) {
        numbers.push_back({sheet.name, static_cast<int>(sheet.rows.size()),
                           [&sheet](Sheet& s, const Formats& f) { return fillRows(s, sheet.heads, sheet.rows, f); }});
    }
    return writeBook(path, title, 0, numbers, notes, receipt);
}

}  // namespace mudeung
