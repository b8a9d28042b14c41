// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house as functions over a source tree, so that they can be tried on good and on bad trees.
#pragma once

#include <QString>
#include <QStringList>

namespace mudeung::rules {

/// Each function returns sentences "file:line: what is wrong"; empty when the tree keeps the rule.
QStringList coreFolderOrder(const QString& root);  ///< base ← model ← {store, chart} ← cube ← {import, analysis} ← sample; task → base
QStringList coreHasNoGui(const QString& root);         ///< no Gui, Widgets, Charts or QGIS header in core, no ui/ or app/ include
QStringList qgisOnlyInMap(const QString& root);        ///< qgs*.h only in ui/map
QStringList uiPanelsApart(const QString& root);        ///< explore and import do not include each other; only shell and map see panels
QStringList versionChecks(const QString& root);        ///< #if QT_VERSION only in the files made for it
QStringList fileSizes(const QString& root);            ///< no source over 600 lines
QStringList folderReadmes(const QString& root);        ///< a README.md in every folder of core and ui that holds sources
QStringList fileHeads(const QString& root);            ///< SPDX line and a line about the role
QStringList forbiddenNames(const QString& root);       ///< names that Qt 6 removed or that tie to one version
QStringList unfinishedWords(const QString& root);      ///< words that mark unfinished work
QStringList profilesWithoutTest(const QString& root);  ///< resources/profiles/*.json that no test names

}  // namespace mudeung::rules
