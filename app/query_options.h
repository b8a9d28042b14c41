// SPDX-License-Identifier: GPL-3.0-or-later
// The options that make a query, shared by query, render, chart and report.
#pragma once

#include "app/command.h"
#include "core/cube/query_engine.h"
#include "core/model/query.h"
#include "core/store/workspace.h"

namespace mudeung::cli {

/// "[--measure M] [--period A..B] …" for usage lines.
extern const char* const kQuerySyntax;

void declareQueryOptions(Parser& parser);
/// The query as written; areas that name a file are read.
Result<Query> readQuery(const Parser& parser);

/// The workspace opened for reading and the query with its dataset chosen and its codes checked.
struct OpenedQuery {
    std::shared_ptr<Workspace> workspace;
    std::shared_ptr<QueryEngine> engine;
    Query query;
    Dataset dataset;
};

/// Without --dataset: the only cube; `preferRidership` then also takes the first cube of bus stops, stations, or any, in that order.
Result<OpenedQuery> openQuery(const QString& workspacePath, const Query& query, bool preferRidership);

}  // namespace mudeung::cli
