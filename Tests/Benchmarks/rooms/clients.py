"""Sixteen people's own ten minutes to Opus, everything spoken for the first time and again; a table that is
planned without being rendered; and memory by the number of people."""
import shutil

from measure import finish, in_turn, most_memory

PRACTICE = """Title: Ten minutes for {listener}
Length: 10 min

[bell]
# Arriving, {listener}
Welcome, {listener}. This is {place|home}.
[pause 20s]
Let the breath come and go.
[rest]
# Wishes
[phrases, 3 rounds]
[rest]
Thank you, {listener}.
[bell]
"""


def sets(place):
    practice = place.work / "ten.practice"
    practice.write_text(PRACTICE)
    out = place.work / "clients"

    def table(people):
        path = place.work / f"{people}.csv"
        path.write_text("id,name,place\n" + "".join(
            f"{n:05},Person {n},{'the garden' if n % 2 else ''}\n" for n in range(people)))
        return path

    def words(people, *more):
        return [place.kindly, "render", practice, "--for", table(people), "--out-dir", out, *more]

    def rate(people, keeps):
        def measure():
            shutil.rmtree(out, ignore_errors=True)
            if not keeps:
                shutil.rmtree(place.work / "cache", ignore_errors=True)
            wall, use = finish(*words(people, "--quiet"))
            processor = use.ru_utime + use.ru_stime
            return people / processor * 60, wall * 1e3 / people
        return measure

    def most(people):
        def measure():
            shutil.rmtree(out, ignore_errors=True)
            return most_memory(*words(people, "--quiet", "--jobs", "1"))[1:]
        return measure

    def planning(people):
        def measure():
            return most_memory(*words(people, "--dry-run"))
        return measure

    few, many, rows = (4, 8, 50) if place.quick else (16, 64, 10_000)
    yield from in_turn(
        "personalised ten minutes to Opus", [("sessions a core-minute", "1/min"), ("wall a session", "ms")],
        [(f"{few} people, nothing spoken yet", rate(few, False)), (f"{few} people, again", rate(few, True))],
        [], place.times(3, 1))
    yield from in_turn(
        "memory of a table", [("most", "MB")], [(f"{many} people", most(many))], [(f"{few} people", most(few))],
        place.times(2, 1))
    yield from in_turn(
        "a dry run", [("wall", "s"), ("memory", "MB")], [(f"{rows:,} people", planning(rows))], [],
        place.times(1, 1))
