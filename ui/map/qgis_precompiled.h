// SPDX-License-Identifier: GPL-3.0-or-later
// The heavy headers of ui/map, precompiled once. Sources still include what they use.
#pragma once

#include <QtWidgets>
#include <qgsapplication.h>
#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgsgeometry.h>
#include <qgsmapcanvas.h>
#include <qgsmapcanvasitem.h>
#include <qgsmaplayerrenderer.h>
#include <qgsmapmouseevent.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>
#include <qgsmaptool.h>
#include <qgsmaptopixel.h>
#include <qgspluginlayer.h>
#include <qgsproject.h>
#include <qgsrendercontext.h>
