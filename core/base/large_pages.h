// SPDX-License-Identifier: GPL-3.0-or-later
// Memory for arrays of many megabytes, in pages of 2 MB where the system has them: touching fresh memory in pages of 4 kB costs more than
// the work on it.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace mudeung {

template <typename T>
class LargePages {
public:
    using value_type = T;
    LargePages() = default;
    template <typename Other>
    LargePages(const LargePages<Other>&) {}

    T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        if (!isLarge(bytes)) return static_cast<T*>(::operator new(bytes));
        void* const memory = std::aligned_alloc(kPage, (bytes + kPage - 1) / kPage * kPage);
        if (memory == nullptr) throw std::bad_alloc();
#ifdef __linux__
        // Only a wish: without such pages everything works as before.
        (void)madvise(memory, (bytes + kPage - 1) / kPage * kPage, MADV_HUGEPAGE);
#endif
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count) {
        if (isLarge(count * sizeof(T)))
            std::free(memory);
        else
            ::operator delete(memory);
    }
    bool operator==(const LargePages&) const {
        return true;
    }

private:
    static constexpr std::size_t kPage = std::size_t{2} << 20;
    static bool isLarge(std::size_t bytes) {
        return bytes >= 2 * kPage;
    }
};

template <typename T>
using LargeVector = std::vector<T, LargePages<T>>;

}  // namespace mudeung
