package answer

import "math"

// How the weights are fitted.
const (
	fitSteps = 30
	fitDecay = 0.0005 // pull of each weight but the first towards zero
	wrongs   = 4.0    // how much the wrong figures of a question weigh together; the right ones weigh 1
)

// Fit fits the weights to rows by Newton's method: the same rows give the same weights.
func Fit(rows []Row) []float64 {
	shares := sharesOf(rows)
	w := make([]float64, featureCount)
	for range fitSteps {
		grad, curve := make([]float64, featureCount), make([][]float64, featureCount)
		for k := range curve {
			curve[k] = make([]float64, featureCount)
			curve[k][k] = 1e-9
			if k > 0 {
				curve[k][k] += fitDecay
				grad[k] = fitDecay * w[k]
			}
		}
		for i, r := range rows {
			if shares[i] == 0 {
				continue
			}
			p := logistic(w, r.Features)
			for k, x := range r.Features {
				grad[k] += shares[i] * (p - oneIf(r.Right)) * x
				for l, y := range r.Features {
					curve[k][l] += shares[i] * p * (1 - p) * x * y
				}
			}
		}
		step, far := solve(curve, grad), 0.0
		for k := range w {
			w[k] -= step[k]
			far = max(far, math.Abs(step[k]))
		}
		if far < 1e-6 {
			break
		}
	}
	return w
}

// sharesOf is what each row weighs: all of them 1 together, each question the same.
func sharesOf(rows []Row) []float64 {
	right, wrong := map[int]float64{}, map[int]float64{}
	for _, r := range rows {
		if !r.Skip {
			right[r.Question] += oneIf(r.Right)
			wrong[r.Question] += oneIf(!r.Right)
		}
	}
	out, sum := make([]float64, len(rows)), 0.0
	for i, r := range rows {
		switch {
		case r.Skip:
		case r.Right:
			out[i] = 1 / right[r.Question]
		default:
			out[i] = wrongs / wrong[r.Question]
		}
		sum += out[i]
	}
	for i := range out {
		out[i] /= max(sum, 1e-9)
	}
	return out
}

func logistic(weights []float64, features [featureCount]float64) float64 {
	z := 0.0
	for k, x := range features {
		z += weights[k] * x
	}
	return 1 / (1 + math.Exp(-z))
}

// solve solves a·x = b by elimination, for a symmetric and positive a.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	x := append([]float64(nil), b...)
	for k := range n {
		for i := k + 1; i < n; i++ {
			f := a[i][k] / a[k][k]
			for l := k; l < n; l++ {
				a[i][l] -= f * a[k][l]
			}
			x[i] -= f * x[k]
		}
	}
	for k := n - 1; k >= 0; k-- {
		for l := k + 1; l < n; l++ {
			x[k] -= a[k][l] * x[l]
		}
		x[k] /= a[k][k]
	}
	return x
}
