// SPDX-License-Identifier: GPL-3.0-or-later
// Text of pictures: measures in whole pixels, lines that hold all words, letters that look the same wherever a line begins.
#include <QImage>
#include <QPainter>
#include <QtTest>
#include <cmath>

#include "tests/support/watchdog.h"
#include "ui/common/text_layout.h"
#include "ui/common/theme.h"

using namespace mudeung;

namespace {

const QString kKorean = QStringLiteral("시내버스 정류장별 시간대별 이용객");

/// Where anything is drawn; empty = nowhere.
QRect inked(const QImage& image) {
    QRect box;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != qRgb(255, 255, 255)) box |= QRect(x, y, 1, 1);
    return box;
}

template <typename Draw>
QImage drawn(const QSize& size, const Draw& draw) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    draw(painter);
    return image;
}

}  // namespace

class TestTextLayout : public QObject {
    Q_OBJECT
private slots:
    void measuresAreWholePixels() {
        for (const double size : {9.0, 12.0, 13.0, 17.0, 30.0}) {
            const TextMetrics metrics(chartFont(size));
            for (const double length : {metrics.ascent(), metrics.descent(), metrics.height(), metrics.lineSpacing(),
                                        metrics.horizontalAdvance(kKorean), metrics.horizontalAdvance(QStringLiteral("Adult 1,234.5"))})
                QCOMPARE(length, std::round(length));
            QVERIFY(metrics.ascent() > 0.7 * size && metrics.descent() > 0.0 && metrics.lineSpacing() >= metrics.height());
        }
    }

    void sameLettersAtEveryFraction() {
        const auto at = [](double dx, double dy) {
            return drawn({300, 40}, [&](QPainter& painter) {
                painter.setFont(chartFont(14.0));
                paintText(painter, QPointF(8.0 + dx, 28.0 + dy), kKorean);
            });
        };
        const QImage whole = at(0, 0);
        QVERIFY(!inked(whole).isEmpty());
        QCOMPARE(at(0.25, 0.4), whole);
        QCOMPARE(at(-0.4, -0.3), whole);
        QCOMPARE(inked(at(0.6, 0.7)), inked(whole).translated(1, 1));
    }

    void scaledPainterRoundsOnTheImage() {
        const auto at = [](double x) {
            return drawn({600, 80}, [&](QPainter& painter) {
                painter.scale(2.0, 2.0);
                painter.setFont(chartFont(14.0));
                paintText(painter, QPointF(x, 28.0), kKorean);
            });
        };
        QCOMPARE(at(8.1), at(8.0));
        QCOMPARE(inked(at(8.5)), inked(at(8.0)).translated(1, 0));
    }

    void placesInBox() {
        const QRectF box(20, 10, 400, 50);
        const auto in = [&](Qt::Alignment alignment) {
            return inked(drawn({440, 70}, [&](QPainter& painter) {
                painter.setFont(chartFont(14.0));
                paintText(painter, box, alignment, kKorean);
            }));
        };
        const TextMetrics metrics(chartFont(14.0));
        const double width = metrics.horizontalAdvance(kKorean);
        const QRect left = in(Qt::AlignLeft | Qt::AlignTop), right = in(Qt::AlignRight | Qt::AlignBottom), middle = in(Qt::AlignCenter);
        QVERIFY(left.left() >= 20 && left.left() <= 23 && left.top() >= 10 && left.bottom() < 10 + metrics.height());
        QCOMPARE(right.left() - left.left(), static_cast<int>(std::lround(box.width() - width)));
        QCOMPARE(right.top() - left.top(), static_cast<int>(std::lround(box.height() - metrics.height())));
        QVERIFY(std::abs(middle.left() - left.left() - (box.width() - width) / 2.0) <= 1.0);
        QVERIFY(std::abs(middle.top() - left.top() - (box.height() - metrics.height()) / 2.0) <= 1.0);
    }

    void wrapsAtWords() {
        const QFont font = chartFont(14.0);
        const TextMetrics metrics(font);
        const double oneWord = metrics.horizontalAdvance(QStringLiteral("정류장별 "));
        const WrappedText lines(kKorean, font, oneWord + 2.0);
        QVERIFY2(lines.count() == 4, qPrintable(QString::number(lines.count())));
        QCOMPARE(lines.height(), 3.0 * metrics.lineSpacing() + metrics.height());
        const QRect box = inked(drawn({400, 200}, [&](QPainter& painter) { lines.paint(painter, {10, 10}); }));
        QVERIFY(box.left() >= 10 && box.right() <= 10 + oneWord + 2.0 && box.top() >= 10 && box.bottom() <= 10 + lines.height());
        QCOMPARE(WrappedText(kKorean, font, 1000.0).count(), 1);
        QCOMPARE(WrappedText(QStringLiteral("one\ntwo\n\nfour"), font, 1000.0).count(), 4);
        QCOMPARE(WrappedText(QString(), font, 100.0).height(), 0.0);
    }

    void wrapsAnywhereWhenTold() {
        const QFont font = chartFont(14.0);
        const QString sum(64, QLatin1Char('a'));
        QCOMPARE(WrappedText(sum, font, 100.0).count(), 1);
        const WrappedText lines(sum, font, 100.0, QTextOption::WrapAtWordBoundaryOrAnywhere);
        QVERIFY(lines.count() > 4);
        const QRect box = inked(drawn({400, 400}, [&](QPainter& painter) { lines.paint(painter, {0, 0}); }));
        QVERIFY(box.right() <= 101);
    }

    void keepsNumbersAndPeriodsWhole() {
        const QFont font = chartFont(14.0);
        const auto lines = [&](const QString& text) {
            const QVector<int> starts = lineStarts(text, font, 40.0);
            QStringList parts;
            for (int i = 0; i < static_cast<int>(starts.size()); ++i)
                parts << text.mid(starts[i], (i + 1 < static_cast<int>(starts.size()) ? starts[i + 1] : text.size()) - starts[i]).trimmed();
            return parts;
        };
        const QString said = QStringLiteral("of 2024-01-02 – 2025-12-31 is 2.6 % with p = 0.01");
        QVERIFY(lines(said).contains(QStringLiteral("–")));
        const QStringList whole = lines(unbroken(said));
        QVERIFY2(whole.size() == 6, qPrintable(whole.join(QLatin1Char('|'))));
        QVERIFY(whole[1].startsWith(QStringLiteral("2024-01-02")) && whole[1].endsWith(QStringLiteral("2025-12-31")));
        QCOMPARE(whole[3], QStringLiteral("2.6") + QChar(QChar::Nbsp) + QLatin1Char('%'));
        QCOMPARE(whole[5], QStringLiteral("p") + QChar(QChar::Nbsp) + QLatin1Char('=') + QChar(QChar::Nbsp) + QStringLiteral("0.01"));
        // Korean counters go with their number; other words may begin a line.
        QCOMPARE(lines(unbroken(QStringLiteral("모두 15 곳"))).last(), QStringLiteral("15") + QChar(QChar::Nbsp) + QStringLiteral("곳"));
        QCOMPARE(unbroken(QStringLiteral("15 places")), QStringLiteral("15 places"));
    }

    void elides() {
        const TextMetrics metrics(chartFont(14.0));
        const double width = metrics.horizontalAdvance(kKorean);
        QCOMPARE(metrics.elidedText(kKorean, width), kKorean);
        const QString cut = metrics.elidedText(kKorean, width / 2.0);
        QVERIFY(cut.endsWith(QChar(0x2026)) && kKorean.startsWith(cut.chopped(1)) && metrics.horizontalAdvance(cut) <= width / 2.0);
    }
};

MUDEUNG_UI_TEST_MAIN(TestTextLayout)
#include "test_text_layout.moc"
