"""Independent solvers: SciPy's linear assignment and tests of proportions, NumPy's least squares."""
import sys

import numpy

import tensor_files


def assign(path, size):
    """Prints the column of each row for a square matrix of little-endian doubles."""
    from scipy.optimize import linear_sum_assignment
    costs = numpy.fromfile(path, dtype="<f8").reshape(size, size)
    print(*linear_sum_assignment(costs)[1])


def least_squares(tensors, metadata):
    """Shared weights from the samples themselves, stacked, without a Gram matrix; see least_squares.h."""
    shared, ridge = metadata["policy"] == "shared", float(metadata["ridge"])
    tasks = [(tensors[f"x.{t}"].astype(float), tensors[f"z.{t}"].astype(float)) for t in "ab"]
    if shared:
        # Each task counts the same, however many samples it has.
        share = [numpy.full((len(x), 1), 0.5 / len(x)) for x, _ in tasks]
        mean_x = sum((w * x).sum(0) for w, (x, _) in zip(share, tasks))
        mean_z = sum((w * z).sum(0) for w, (_, z) in zip(share, tasks))
        scale = numpy.sqrt(sum((w * (z - mean_z) ** 2).sum(0) for w, (_, z) in zip(share, tasks)))
        rows = [(numpy.sqrt(w) * (x - mean_x), numpy.sqrt(w) * (z - mean_z) / scale)
                for w, (x, z) in zip(share, tasks)]
    else:
        rows = [((x - x.mean(0)) / len(x) ** 0.5, (z - z.mean(0)) / z.std(0) / len(z) ** 0.5) for x, z in tasks]
    inputs, outputs = (numpy.concatenate(part) for part in zip(*rows))
    if ridge > 0:
        strength = numpy.sqrt(ridge * (inputs ** 2).sum() / inputs.shape[1])
        inputs = numpy.concatenate([inputs, strength * numpy.eye(inputs.shape[1])])
        outputs = numpy.concatenate([outputs, numpy.zeros((inputs.shape[1], outputs.shape[1]))])
    return {"weights": numpy.linalg.lstsq(inputs, outputs, rcond=1e-6)[0].T}


def binomial(first, second, of):
    """Prints what `of` makes of each pair of numbers, given as two lists: "3,10" "5,2"."""
    pairs = zip(*([int(number) for number in text.split(",")] for text in (first, second)))
    print(*(repr(float(value)) for one, other in pairs for value in of(one, other)))


def mcnemar(lost, won):
    from scipy.stats import binomtest
    return [binomtest(lost, lost + won, 0.5).pvalue if lost + won > 0 else 1.0]


def wilson(hits, images):
    from scipy.stats import binomtest
    interval = binomtest(hits, images).proportion_ci(confidence_level=0.95, method="wilson")
    return [interval.low, interval.high]


def main():
    command, source, target = sys.argv[1:]
    if command == "assign":
        assign(source, int(target))
    elif command == "least_squares":
        tensor_files.write(target, least_squares(*tensor_files.read(source)))
    elif command in ("mcnemar", "wilson"):
        binomial(source, target, {"mcnemar": mcnemar, "wilson": wilson}[command])
    else:
        sys.exit(f"unknown command {command}")


if __name__ == "__main__":
    main()
