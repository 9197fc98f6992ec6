// What Swift's Glibc module lacks: Linux renameat2(2), and whether a signal is ignored.
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

long syscall(long number, ...);

/// Both paths exchange what they name, at one instant. 0, or -1 with errno.
static inline int sansang_exchange(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2u);
}

/// A rename that never replaces anything. 0, or -1 with errno (EEXIST where the new name is taken).
static inline int sansang_rename_new(const char *old_path, const char *new_path) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, old_path, AT_FDCWD, new_path, 1u);
}

/// 1 where whoever started us has the signal ignored.
static inline int sansang_is_ignored(int number) {
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}
