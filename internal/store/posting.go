package store

import (
	"encoding/binary"
	"slices"
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
// reports before it in its block: the report's number in the block, how many
// places, then each as the step from the one before it, with the figure's bit.
func appendPlaces(data []byte, report int64, places []place) []byte {
	data = binary.AppendUvarint(data, uint64(report%blockSize))
	data = binary.AppendUvarint(data, uint64(len(places)))
	before := int32(0)
	for _, p := range places {
		step := uint64(p.s-before) << 1
		if p.figure {
			step |= 1
		}
		data = binary.AppendUvarint(data, step)
		before = p.s
	}
	return data
}

// readPlaces adds to out the places of one row in reports of the catalogue.
// Damaged bytes end the list.
func readPlaces(out []place, data []byte, block int64, known *catalogue) []place {
	for len(data) > 0 {
		at, n := binary.Uvarint(data)
		count, m := binary.Uvarint(data[max(n, 0):])
		if n <= 0 || m <= 0 || at >= blockSize {
			return out
		}
		data = data[n+m:]
		report := block*blockSize + int64(at)
		_, wanted := known.has(report)
		s := int32(0)
		for range count {
			step, n := binary.Uvarint(data)
			if n <= 0 {
				return out
			}
			data = data[n:]
			s += int32(step >> 1)
			if wanted {
				out = append(out, place{report, s, step&1 == 1})
			}
		}
	}
	return out
}

// A catalogue lists the current reports that a search may use.
type catalogue struct {
	blocks map[int64][]listed // of blockSize each
	count  int
}

// A listed is what the catalogue knows of a report. No day is 0.
type listed struct {
	day       int64
	sentences int32
	current   bool
}

func (c *catalogue) has(report int64) (listed, bool) {
	block := c.blocks[report/blockSize]
	if block == nil {
		return listed{}, false
	}
	l := block[report%blockSize]
	return l, l.current
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
func (c *catalogue) read(data []byte, block int64, allows func(report int64, l listed) bool) {
	list := c.blocks[block]
	if list == nil {
		list = make([]listed, blockSize)
		c.blocks[block] = list
	}
	eachListed(data, func(at int64, l listed) {
		if allows(block*blockSize+at, l) {
			list[at] = l
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
			do(int64(part[0]), listed{int64(part[1]), int32(part[2]), true})
		}
	}
}

// merged joins the places of stems that count as one, each sentence once.
func merged(lists [][]place) []place {
	if len(lists) == 1 {
		return lists[0]
	}
	all := slices.Concat(lists...)
	slices.SortFunc(all, comparePlaces)
	return slices.CompactFunc(all, func(a, b place) bool { return a.report == b.report && a.s == b.s })
}

func comparePlaces(a, b place) int {
	if a.report != b.report {
		return int(a.report - b.report)
	}
	return int(a.s - b.s)
}

// ordinal turns a first or last day ("2024-10", "2024-10-99") into a number of the
// same order: 20241000, 20241099.
func ordinal(day string) int64 {
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
	return n
}
