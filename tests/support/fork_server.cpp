// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into a program (LD_PRELOAD): once its libraries are loaded, and before its own main(), the program waits
// for requests and runs each in a copy of the process. Loading LibTorch takes half a second and most of what a test
// asks of the program moments. The method is that of the fork server of AFL (Zalewski 2014). There is one thread as
// yet, so that copies are whole. forked_program.h is the other end and says what is sent.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

using Texts = std::vector<std::string>;

bool readAll(void* data, std::size_t size) {
  for (std::size_t done = 0; done < size;) {
    const ssize_t more = ::read(STDIN_FILENO, static_cast<char*>(data) + done, size - done);
    if (more <= 0) return false;
    done += std::size_t(more);
  }
  return true;
}

/// False at the end of the requests.
bool readTexts(Texts& texts) {
  std::uint32_t count = 0;
  if (!readAll(&count, sizeof(count))) return false;
  texts.assign(count, {});
  for (std::string& text : texts) {
    std::uint32_t size = 0;
    if (!readAll(&size, sizeof(size))) return false;
    text.resize(size);
    if (!readAll(text.data(), size)) return false;
  }
  return true;
}

/// The number of the copy, then how it ended.
bool tell(int number) { return ::write(STDOUT_FILENO, &number, sizeof(number)) == sizeof(number); }

void openAs(int stream, const char* path, int flags) {
  const int opened = ::open(path, flags, 0600);
  if (opened < 0 || ::dup2(opened, stream) < 0) ::_exit(125);
  if (opened != stream) ::close(opened);
}

/// In the copy: becomes what was asked for. `places`: the working folder, the files for both outputs; "-" closes one.
void become(const Texts& places, const Texts& environment) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::chdir(places[0].c_str()) != 0) ::_exit(125);
  openAs(STDIN_FILENO, "/dev/null", O_RDONLY);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    const std::string& place = places[std::size_t(stream)];
    if (place == "-")
      ::close(stream);
    else
      openAs(stream, place.c_str(), O_WRONLY | O_CREAT | O_TRUNC);
  }
  ::clearenv();
  for (const std::string& variable : environment) {
    const std::size_t at = variable.find('=');
    if (at != std::string::npos) ::setenv(variable.substr(0, at).c_str(), variable.c_str() + at + 1, 1);
  }
}

/// Returns in copies only, with their arguments.
char** serve() {
  for (;;) {
    Texts places, environment, arguments;
    if (!readTexts(places) || places.size() != 3 || !readTexts(environment) || !readTexts(arguments)) ::_exit(0);
    const pid_t copy = ::fork();
    if (copy == 0) {
      become(places, environment);
      auto** argv = new char*[arguments.size() + 1]();
      for (std::size_t i = 0; i < arguments.size(); ++i) argv[i] = ::strdup(arguments[i].c_str());
      return argv;
    }
    int status = 0;
    if (copy < 0 || !tell(copy) || ::waitpid(copy, &status, 0) != copy || !tell(status)) ::_exit(125);
  }
}

}  // namespace

using MainFunction = int (*)(int, char**, char**);
using StartFunction = int (*)(MainFunction, int, char**, void (*)(), void (*)(), void (*)(), void*);

/// Called by the start code of each program: glibc's own would run the program's constructors and its main().
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" __attribute__((visibility("default"))) int __libc_start_main(MainFunction main, int argc, char** argv,
                                                                        void (*init)(), void (*fini)(),
                                                                        void (*rtldFini)(), void* stackEnd) {
  const auto start = reinterpret_cast<StartFunction>(::dlsym(RTLD_NEXT, "__libc_start_main"));
  if (argc == 2 && std::string(argv[1]) == "--serve-forks") {
    argv = serve();
    for (argc = 0; argv[argc] != nullptr;) ++argc;
  }
  return start(main, argc, argv, init, fini, rtldFini, stackEnd);
}
