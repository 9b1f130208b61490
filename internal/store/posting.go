package store

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strconv"
	"strings"
)

// blockSize is how many reports, by seq, share one row of a stem's places.
const blockSize = 1024

// A place is a sentence in which a stem stands; 0 is the report's title.
type place struct {
	report int64
	s      int32
	figure bool // the sentence carries a figure that may be stated
}

// appendPlaces adds the places of one report, in rising order, to those of the
// reports before it in its block: the report's number in the block, how many bytes
// follow, then each place as the step from the one before it, with the figure's bit.
func appendPlaces(data []byte, report int64, places []place) []byte {
	var steps []byte
	before := int32(0)
	for _, p := range places {
		step := uint64(p.s-before) << 1
		if p.figure {
			step |= 1
		}
		steps = binary.AppendUvarint(steps, step)
		before = p.s
	}
	data = binary.AppendUvarint(data, uint64(report%blockSize))
	data = binary.AppendUvarint(data, uint64(len(steps)))
	return append(data, steps...)
}

// A placesRow is one row of a stem's places.
type placesRow struct {
	block int64
	data  []byte
}

// eachReport calls do with the reports of a row and their places. Damaged bytes end
// the list.
func (r placesRow) eachReport(do func(report int64, steps []byte)) {
	for data := r.data; len(data) > 0; {
		at, n := binary.Uvarint(data)
		size, m := binary.Uvarint(data[max(n, 0):])
		if n <= 0 || m <= 0 || at >= blockSize || size > uint64(len(data)-n-m) {
			return
		}
		data = data[n+m:]
		do(r.block*blockSize+int64(at), data[:size])
		data = data[size:]
	}
}

// eachPlace calls do with the sentences of a report's places.
func eachPlace(steps []byte, do func(s int32, figure bool)) {
	s := int32(0)
	for len(steps) > 0 {
		step, n := binary.Uvarint(steps)
		if n <= 0 {
			return
		}
		steps = steps[n:]
		s += int32(step >> 1)
		do(s, step&1 == 1)
	}
}

// A catalogue lists the current reports that a search may use, by report.seq.
type catalogue struct {
	list  []listed
	count int
}

// A listed is what the catalogue knows of a report. No day is 0.
type listed struct {
	day       int32
	sentences int32
	current   bool
}

func (c *catalogue) has(report int64) (listed, bool) {
	if report >= int64(len(c.list)) {
		return listed{}, false
	}
	return c.list[report], c.list[report].current
}

// appendListed adds a report to the catalogue's row of its block.
func appendListed(data []byte, report int64, l listed) []byte {
	data = binary.AppendUvarint(data, uint64(report%blockSize))
	data = binary.AppendUvarint(data, uint64(l.day))
	return binary.AppendUvarint(data, uint64(l.sentences))
}

// dropListed takes a report out of the catalogue's row of its block: its places
// then no longer count.
func dropListed(data []byte, report int64) []byte {
	var out []byte
	eachListed(data, func(at int64, l listed) {
		if at != report%blockSize {
			out = appendListed(out, at, l)
		}
	})
	return out
}

// read adds the reports of one row that the filter lets through.
func (c *catalogue) read(r placesRow, allows func(report int64, l listed) bool) {
	if end := int((r.block + 1) * blockSize); len(c.list) < end {
		c.list = append(c.list, make([]listed, end-len(c.list))...)
	}
	eachListed(r.data, func(at int64, l listed) {
		if report := r.block*blockSize + at; allows(report, l) {
			c.list[report] = l
			c.count++
		}
	})
}

func eachListed(data []byte, do func(at int64, l listed)) {
	for len(data) > 0 {
		var part [3]uint64
		for i := range part {
			value, n := binary.Uvarint(data)
			if n <= 0 {
				return
			}
			part[i], data = value, data[n:]
		}
		if part[0] < blockSize {
			do(int64(part[0]), listed{int32(part[1]), int32(part[2]), true})
		}
	}
}

// A reportSet is a set of reports, as bits by report.seq.
type reportSet []uint64

func (s reportSet) has(report int64) bool { return s[report/64]&(1<<(report%64)) != 0 }
func (s reportSet) add(report int64)      { s[report/64] |= 1 << (report % 64) }

func (s reportSet) count() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// each calls do with the reports of the set, in rising order.
func (s reportSet) each(do func(report int64)) {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			do(int64(i)*64 + int64(bits.TrailingZeros64(word)))
		}
	}
}

// ordinal turns a first or last day ("2024-10", "2024-10-99") into a number of the
// same order: 20241000, 20241099.
func ordinal(day string) int32 {
	n := int64(0)
	parts := strings.SplitN(day, "-", 3)
	for i := range 3 {
		value := int64(0)
		if i < len(parts) {
			value, _ = strconv.ParseInt(parts[i], 10, 32) // what is no number is 0: not known
		}
		if i > 0 {
			value = min(value, 99)
		}
		n = n*100 + max(value, 0)
	}
	return int32(min(n, math.MaxInt32))
}
