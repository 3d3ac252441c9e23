"""Runs scripts in copies of a process that has imported what they need: importing torch takes longer than they do.

    python_server.py MODULE
It is asked as fork_server.cpp is: standard input has the places (working folder, files for both outputs), the
environment and the arguments of each run, of which the first is the script; standard output tells its process, then how
it ended, as waitpid() does.
"""
import importlib
import os
import runpy
import struct
import sys
import traceback


def texts(stream):
    """A list of byte strings; None at the end of the requests."""
    def number():
        return struct.unpack("=I", stream.read(4))[0]

    try:
        return [stream.read(number()) for _ in range(number())]
    except struct.error:
        return None


def redirect(stream, path, flags):
    opened = os.open(path, flags, 0o600)
    os.dup2(opened, stream)
    os.close(opened)


def run(places, environment, arguments):
    """The exit status."""
    os.chdir(places[0])
    redirect(0, "/dev/null", os.O_RDONLY)
    for stream in (1, 2):
        redirect(stream, places[stream], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.environ.clear()
    os.environb.update(variable.split(b"=", 1) for variable in environment)
    sys.argv = [os.fsdecode(argument) for argument in arguments]
    sys.path[0] = os.path.dirname(sys.argv[0])
    try:
        runpy.run_path(sys.argv[0], run_name="__main__")
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)
        return 1
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def main():
    try:
        importlib.import_module(sys.argv[1])
    except ImportError:
        pass  # the script says so, if it needs it
    requests, replies = sys.stdin.buffer, os.dup(1)
    while True:
        lists = [texts(requests) for _ in range(3)]
        if None in lists:
            os._exit(0)
        copy = os.fork()
        if copy == 0:
            os.close(replies)
            status = run(*lists)
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(status & 255)
        os.write(replies, struct.pack("=i", copy))
        os.write(replies, struct.pack("=i", os.waitpid(copy, 0)[1]))


if __name__ == "__main__":
    main()
