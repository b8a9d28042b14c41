// SPDX-License-Identifier: GPL-3.0-or-later
// A button over the map. Every frame of the map below has it painted too, so its look is kept as a picture until it differs.
#pragma once

#include <QToolButton>

#include "ui/map/kept_picture.h"

namespace mudeung {

class MapButton : public QToolButton {
    Q_OBJECT
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    KeptPicture m_look;
    int m_styles = 0;  ///< changes of style so far
};

}  // namespace mudeung
