// SPDX-License-Identifier: GPL-3.0-or-later
// Codes → Okabe–Ito, and four more colours for the oldest: each decade of age has its own.
#include "ui/common/group_colors.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace mudeung {

namespace {

constexpr std::array<QRgb, 7> kOkabeIto{0xff56b4e9, 0xff009e73, 0xffe69f00, 0xff0072b2, 0xffcc79a7, 0xffd55e00, 0xff8c8c3a};
constexpr std::array<QRgb, 4> kOldest{0xff7b68c8, 0xff8d5b3a, 0xff3a9d9d, 0xff8f8f8f};  ///< 70s, 80s, 90s, 100 and over

const QHash<QString, int>& knownGroups() {
    static const QHash<QString, int> known{
        {QStringLiteral("infant"), 4},   {QStringLiteral("preschool"), 4}, {QStringLiteral("child"), 0},   {QStringLiteral("children"), 0},
        {QStringLiteral("youth"), 1},    {QStringLiteral("teen"), 1},      {QStringLiteral("student"), 1}, {QStringLiteral("adult"), 3},
        {QStringLiteral("general"), 3},  {QStringLiteral("senior"), 5},    {QStringLiteral("seniors"), 5}, {QStringLiteral("elderly"), 5},
        {QStringLiteral("disabled"), 4}, {QStringLiteral("all"), 3},       {QStringLiteral("total"), 3},   {QStringLiteral("m"), 3},
        {QStringLiteral("f"), 5},        {QStringLiteral("male"), 3},      {QStringLiteral("female"), 5},  {QStringLiteral("0-12"), 0},
        {QStringLiteral("13-18"), 1},    {QStringLiteral("19-34"), 2},     {QStringLiteral("35-49"), 3},   {QStringLiteral("50-64"), 4},
        {QStringLiteral("65-74"), 5},    {QStringLiteral("75+"), 6}};
    return known;
}

}  // namespace

QColor groupColor(const QString& code) {
    const auto known = knownGroups().constFind(code);
    if (known != knownGroups().constEnd()) return QColor::fromRgb(kOkabeIto[static_cast<std::size_t>(*known)]);
    static const QRegularExpression firstNumber(QStringLiteral("(\\d+)"));
    const auto match = firstNumber.match(code);
    if (match.hasMatch()) {
        const auto decade = static_cast<std::size_t>(match.captured(1).toInt() / 10);
        return QColor::fromRgb(decade < kOkabeIto.size() ? kOkabeIto[decade]
                                                         : kOldest[std::min(decade - kOkabeIto.size(), kOldest.size() - 1)]);
    }
    quint32 hash = 2166136261U;  // FNV-1a: the same on every machine, unlike qHash
    for (const char c : code.toUtf8()) hash = (hash ^ static_cast<quint8>(c)) * 16777619U;
    return QColor::fromRgb(kOkabeIto[hash % kOkabeIto.size()]);
}

}  // namespace mudeung
