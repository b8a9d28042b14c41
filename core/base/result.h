// SPDX-License-Identifier: GPL-3.0-or-later
// A value or an Error. Functions that can fail return it; no exception crosses a folder.
#pragma once

#include <utility>
#include <variant>

#include "core/base/error.h"

namespace mudeung {

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T& value() const& { return std::get<0>(m_state); }
    T& value() & { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    const T* operator->() const { return &std::get<0>(m_state); }
    T* operator->() { return &std::get<0>(m_state); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }

    const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

struct Done {};

/// Success without a value, or an Error.
using Status = Result<Done>;

inline Status done() {
    return Status(Done{});
}

}  // namespace mudeung
