"""What the world does to an archive, done to it for real: disks fill up, fail and are pulled out, networks stall.

A fault (full, forbidden, unplugged, stalled, together) gets a place, mounts what it needs (mounts), runs the program
there (running), and asks each time what must hold (checking). The face is ``python -m tests.benchmarks.faults``.
"""
