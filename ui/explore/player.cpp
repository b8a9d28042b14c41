// SPDX-License-Identifier: GPL-3.0-or-later
// Frames follow each other when the one before is counted, and no faster than asked. One colour scale holds for all of them: that of the
// busiest frame, unless the scale is locked already.
#include "ui/explore/player.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHash>
#include <QToolButton>
#include <cmath>

#include "ui/common/query_defaults.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

namespace {
constexpr int kTarget = 28;
constexpr int kScaleWait = 400;  ///< milliseconds after which a map without a scale of its own is not waited for
constexpr double kSpeeds[] = {1.0, 2.0, 4.0, 8.0, 16.0, 30.0};
}  // namespace

Player::Player(WorkspaceState* state, QWidget* parent) : Panel(parent), m_state(state) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const auto button = [&](const QString& name, const QString& sign, void (Player::*run)()) {
        auto* made = new QToolButton(this);
        made->setObjectName(name);
        made->setText(sign);
        made->setMinimumSize(kTarget, kTarget);
        row->addWidget(made);
        if (run) connect(made, &QToolButton::clicked, this, run);
        return made;
    };
    m_back = button(QStringLiteral("playBack"), QStringLiteral("‹"), &Player::previous);
    m_play = button(QStringLiteral("play"), QStringLiteral("▶"), &Player::playOrPause);
    m_ahead = button(QStringLiteral("playAhead"), QStringLiteral("›"), &Player::next);
    m_stop = button(QStringLiteral("playStop"), QStringLiteral("■"), &Player::stop);
    m_step = new QComboBox(this);
    m_step->setObjectName(QStringLiteral("playStep"));
    m_speed = new QComboBox(this);
    m_speed->setObjectName(QStringLiteral("playSpeed"));
    for (QComboBox* box : {m_step, m_speed}) {
        box->setMinimumHeight(kTarget);
        row->addWidget(box);
    }
    m_loop = button(QStringLiteral("playLoop"), QStringLiteral("↻"), nullptr);
    m_loop->setCheckable(true);
    m_timer.setSingleShot(false);
    connect(&m_timer, &QTimer::timeout, this, &Player::tick);
    connect(m_step, QOverload<int>::of(&QComboBox::activated), this, [this] { stop(); });
    connect(m_speed, QOverload<int>::of(&QComboBox::activated), this,
            [this] { m_timer.setInterval(static_cast<int>(1000.0 / framesPerSecond())); });
    connect(state, &WorkspaceState::queryChanged, this, &Player::followState);
    connect(state, &WorkspaceState::datasetsChanged, this, &Player::followState);
    connect(state, &WorkspaceState::workspaceChanged, this, &Player::followState);
    retranslate();
    m_step->setCurrentIndex(static_cast<int>(FrameStep::Month));
    m_speed->setCurrentIndex(1);
}

void Player::retranslate() {
    const int step = std::max(0, m_step->currentIndex());
    const int speed = std::max(0, m_speed->currentIndex());
    m_step->clear();
    m_step->addItems({tr("hour of the day"), tr("day"), tr("week"), tr("month")});
    m_step->setCurrentIndex(step);
    m_speed->clear();
    for (const double perSecond : kSpeeds) m_speed->addItem(tr("%1 per second").arg(perSecond));
    m_speed->setCurrentIndex(speed);
    const auto name = [](QWidget* widget, const QString& text) {
        widget->setToolTip(text);
        widget->setAccessibleName(text);
    };
    name(m_back, tr("Frame before (Ctrl+[)"));
    name(m_play, tr("Play or pause (Ctrl+Space)"));
    name(m_ahead, tr("Next frame (Ctrl+])"));
    name(m_stop, tr("Stop, back to the question"));
    name(m_step, tr("What a frame stands for"));
    name(m_speed, tr("Frames per second"));
    name(m_loop, tr("Restart at the end"));
    followState();
}

FrameStep Player::step() const {
    return static_cast<FrameStep>(std::max(0, m_step->currentIndex()));
}

void Player::setStep(FrameStep step) {
    stop();
    m_step->setCurrentIndex(static_cast<int>(step));
}

double Player::framesPerSecond() const {
    return kSpeeds[std::clamp(m_speed->currentIndex(), 0, static_cast<int>(std::size(kSpeeds)) - 1)];
}

/// The frames are over, and the map has its own scale again.
void Player::forgetFrames() {
    m_timer.stop();
    m_frames.clear();
    m_at = -1;
    m_scaling = false;
    MapStyle style = m_state->mapStyle();
    style.lockedMaximum = m_style.lockedMaximum;
    m_state->setMapStyle(style);
}

/// Somebody else has asked another question: what was played is over.
void Player::followState() {
    if (!m_changing && m_at >= 0 && m_state->query() != m_frames[m_at].query) {
        forgetFrames();
        m_state->setFrameLabel({});
    }
    const Dataset cube = m_state->currentDataset();
    const QString reason = cube.id.isEmpty()                                ? tr("Choose a dataset first.")
                           : whyNoPeriod(cube).isEmpty() || cube.hasHours() ? QString()
                                                                            : whyNoPeriod(cube);
    for (QWidget* widget : {static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_play), static_cast<QWidget*>(m_ahead),
                            static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_speed), static_cast<QWidget*>(m_loop)})
        widget->setEnabled(reason.isEmpty());
    m_stop->setEnabled(isOn());
    m_play->setText(isPlaying() ? QStringLiteral("∥") : QStringLiteral("▶"));
}

int Player::busiest() const {
    const AnswersPtr answers = m_state->answers();
    const TablePtr table = !answers                         ? TablePtr()
                           : step() == FrameStep::HourOfDay ? answers->byHour
                           : step() == FrameStep::Month     ? answers->byMonth
                                                            : m_state->days();
    if (!table) return 0;
    QHash<QString, double> sums;
    for (const TableRow& row : table->rows) sums.insert(row.key, row.value);
    int best = 0;
    double most = -1.0;
    for (int i = 0; i < frames(); ++i) {
        const Query& q = m_frames[i].query;
        double sum = 0.0;
        if (step() == FrameStep::HourOfDay) {
            int hour = 0;
            while (!(q.hours >> hour & 1u)) ++hour;
            sum = sums.value(QString::number(hour).rightJustified(2, QLatin1Char('0')));
        } else if (step() == FrameStep::Month) {
            sum = sums.value(q.period.from.toString(QStringLiteral("yyyy-MM")));
        } else {
            for (QDate day = q.period.from; day <= q.period.to; day = day.addDays(1))
                if (const double value = sums.value(day.toString(Qt::ISODate)); std::isfinite(value)) sum += value;
        }
        if (sum > most) {
            most = sum;
            best = i;
        }
    }
    return best;
}

bool Player::begin() {
    m_question = m_state->query();
    m_style = m_state->mapStyle();
    m_frames = framesOf(m_question, m_state->currentDataset(), step());
    m_at = -1;
    m_rewound = true;
    if (m_frames.isEmpty()) {
        m_state->setFrameLabel(tr("This data cannot be split by %1.").arg(m_step->currentText()));
        QTimer::singleShot(3000, this, [this] {
            if (!isOn()) m_state->setFrameLabel({});
        });
        return false;
    }
    // Limits that somebody chose hold for every frame already.
    const bool ownLimits = hasClasses(m_style.kind) && m_style.classes == ClassMethod::Manual;
    if (m_style.lockedMaximum > 0.0 || ownLimits) return true;
    // The scale of the busiest frame becomes that of all.
    m_scaling = true;
    m_state->setMapMaximum(0.0);
    auto* once = new QObject(this);
    const auto lock = [this, once](double maximum) {
        if (!m_scaling || maximum <= 0.0) return;
        m_scaling = false;
        MapStyle style = m_state->mapStyle();
        style.lockedMaximum = maximum;
        m_state->setMapStyle(style);
        once->deleteLater();
    };
    connect(m_state, &WorkspaceState::mapMaximumChanged, once, lock);
    QTimer::singleShot(kScaleWait, once, [this, once] {
        m_scaling = false;
        once->deleteLater();
    });
    showFrame(busiest());
    m_rewound = true;
    return true;
}

void Player::showFrame(int frame) {
    m_at = frame;
    m_rewound = false;
    m_changing = true;
    m_state->previewQuery(m_frames[frame].query);
    m_changing = false;
    m_state->setFrameLabel(m_frames[frame].label);
    followState();
}

void Player::playOrPause() {
    if (isPlaying()) {
        m_timer.stop();
        return followState();
    }
    if (!isOn() && !begin()) return;
    if (m_at == frames() - 1) m_rewound = true;
    m_timer.start(static_cast<int>(1000.0 / framesPerSecond()));
    followState();
}

void Player::tick() {
    // A frame that is still being counted, or measured for the scale, is not jumped over.
    if (m_scaling || m_state->busy()) return;
    if (m_rewound || (m_at + 1 == frames() && m_loop->isChecked())) return showFrame(0);
    if (m_at + 1 < frames()) return showFrame(m_at + 1);
    m_timer.stop();
    followState();
}

void Player::next() {
    if (!isOn() && !begin()) return;
    showFrame(!m_rewound && m_at + 1 < frames() ? m_at + 1 : 0);
}

void Player::previous() {
    if (!isOn() && !begin()) return;
    showFrame(!m_rewound && m_at > 0 ? m_at - 1 : frames() - 1);
}

void Player::stop() {
    if (isOn()) {
        forgetFrames();
        m_changing = true;
        m_state->previewQuery(m_question);
        m_changing = false;
        m_state->setFrameLabel({});
    }
    followState();
}

}  // namespace mudeung
