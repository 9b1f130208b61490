package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sitrep/internal/ledger"
)

const deliveryColumns = `id, coalesce(run, ''), channel, thread_ts, payload, state, fence, lease, not_before, looks,
	first_try, ts, error`

func scanDelivery(row interface{ Scan(...any) error }) (ledger.Delivery, error) {
	var d ledger.Delivery
	var payload string
	var lease, notBefore, firstTry int64
	err := row.Scan(&d.ID, &d.Run, &d.Channel, &d.ThreadTS, &payload, &d.State, &d.Fence, &lease, &notBefore, &d.Looks,
		&firstTry, &d.TS, &d.Error)
	d.Payload = json.RawMessage(payload)
	d.Lease, d.NotBefore, d.FirstTry = fromMillis(lease), fromMillis(notBefore), fromMillis(firstTry)
	return d, err
}

// enqueue adds a pending delivery, unless one of that id is there.
func enqueue(ctx context.Context, tx *sql.Tx, d ledger.Delivery) error {
	if d.ID == "" || d.Channel == "" {
		return errors.New("a delivery needs an id and a channel")
	}
	run := sql.NullString{String: d.Run, Valid: d.Run != ""}
	_, err := tx.ExecContext(ctx, `
		INSERT INTO delivery (id, run, channel, thread_ts, payload, state, fence, lease, not_before, looks, first_try, ts, error)
		VALUES ($1, $2, $3, $4, $5, 'pending', 0, 0, $6, 0, 0, '', '')
		ON CONFLICT (id) DO NOTHING`,
		d.ID, run, d.Channel, d.ThreadTS, string(d.Payload), millis(d.NotBefore))
	return err
}

// Plan writes a run and what it owes in one transaction. When the slot was planned
// before, by whomever, it writes nothing and returns false. An empty r.ID becomes
// ledger.RunID's; a delivery's Run becomes the run's id.
func (s *Store) Plan(ctx context.Context, r ledger.Run, owed []ledger.Delivery) (created bool, err error) {
	if r.ID == "" {
		r.ID = ledger.RunID(r.Subscription, r.Scheduled)
	}
	err = s.change(ctx, fmt.Sprintf("plan %s", r.Subscription), func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `
			INSERT INTO run (id, subscription, scheduled) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
			r.ID, r.Subscription, millis(r.Scheduled))
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		if err != nil || n == 0 {
			return err
		}
		created = true
		for _, d := range owed {
			d.Run = r.ID
			if err := enqueue(ctx, tx, d); err != nil {
				return err
			}
		}
		return nil
	})
	return created && err == nil, err
}

// LastRun returns the latest planned slot of a subscription; false when it never ran.
func (s *Store) LastRun(ctx context.Context, subscription string) (ledger.Run, bool, error) {
	r := ledger.Run{Subscription: subscription}
	var scheduled int64
	err := s.read.QueryRowContext(ctx,
		`SELECT id, scheduled FROM run WHERE subscription = $1 ORDER BY scheduled DESC LIMIT 1`, subscription).
		Scan(&r.ID, &scheduled)
	if errors.Is(err, sql.ErrNoRows) {
		return ledger.Run{}, false, nil
	}
	if err != nil {
		return ledger.Run{}, false, fmt.Errorf("store: last run of %s: %w", subscription, plain(err))
	}
	r.Scheduled = fromMillis(scheduled)
	return r, true, nil
}

// due is a row that a courier can do something about: $1 is now, $2 whether for
// the terminal, $3 the channels that rest, as a JSON list.
const due = `
	FROM delivery
	WHERE state IN ('pending', 'uncertain') AND not_before <= $1 AND lease <= $1
		AND CASE channel WHEN '` + ledger.Terminal + `' THEN 1 ELSE 0 END = $2
		AND channel NOT IN (SELECT value FROM json_each($3))
	ORDER BY not_before, seq LIMIT 1`

// ClaimDelivery takes the next due delivery and returns it with a new Fence and
// Lease: a pending one is now sending, an uncertain one is to be looked up. A
// row that is still sending when its lease is over becomes uncertain first. False
// when there is nothing to do now.
func (s *Store) ClaimDelivery(ctx context.Context, c ledger.Claim) (ledger.Delivery, bool, error) {
	d, ok, err := s.claimDelivery(ctx, c)
	if err != nil {
		return ledger.Delivery{}, false, fmt.Errorf("store: claim a delivery: %w", plain(err))
	}
	return d, ok, nil
}

func (s *Store) claimDelivery(ctx context.Context, c ledger.Claim) (ledger.Delivery, bool, error) {
	rest, err := json.Marshal(append([]string{}, c.Skip...))
	if err != nil {
		return ledger.Delivery{}, false, err
	}
	now, terminal, skip := millis(c.Now), flag(c.Terminal), string(rest)
	var something bool
	// A look without the write lock: most of the time there is nothing to do.
	err = s.read.QueryRowContext(ctx, `
		SELECT EXISTS (SELECT 1 FROM delivery WHERE state = 'sending' AND lease <= $1) OR EXISTS (SELECT 1 `+due+`)`,
		now, terminal, skip).Scan(&something)
	if err != nil || !something {
		return ledger.Delivery{}, false, err
	}
	var d ledger.Delivery
	var ok bool
	err = s.change(ctx, "claim", func(tx *sql.Tx) error {
		if err := expire(ctx, tx, c.Now, c.Margin); err != nil {
			return err
		}
		d, err = scanDelivery(tx.QueryRowContext(ctx, `
			UPDATE delivery SET fence = fence + 1, lease = $4,
				first_try = CASE first_try WHEN 0 THEN $1 ELSE first_try END,
				state = CASE state WHEN 'pending' THEN 'sending' ELSE state END
			WHERE seq = (SELECT seq `+due+`)
			RETURNING `+deliveryColumns, now, terminal, skip, millis(c.Now.Add(c.Lease))))
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		ok = err == nil
		return err
	})
	return d, ok, err
}

// expire turns deliveries whose courier died, or froze, into uncertain ones: it may
// have posted. The first look comes a margin after the end of its lease.
func expire(ctx context.Context, tx *sql.Tx, now time.Time, margin time.Duration) error {
	_, err := tx.ExecContext(ctx, `
		UPDATE delivery SET state = 'uncertain', fence = fence + 1, looks = 0, not_before = lease + $2, lease = 0,
			error = 'interrupted while it was being posted'
		WHERE state = 'sending' AND lease <= $1`, millis(now), margin.Milliseconds())
	return err
}

// MarkDelivery writes what became of a claimed delivery (State, NotBefore, Looks,
// TS, Error) and gives the lease back. If d.Fence is no longer the row's, nothing
// is written and the error is ledger.ErrLost.
func (s *Store) MarkDelivery(ctx context.Context, d ledger.Delivery) error {
	return s.change(ctx, fmt.Sprintf("mark delivery %s as %s", d.ID, d.State), func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `
			UPDATE delivery SET state = $1, not_before = $2, looks = $3, ts = $4, error = $5, lease = 0
			WHERE id = $6 AND fence = $7 AND state IN ('sending', 'uncertain')`,
			d.State, millis(d.NotBefore), d.Looks, d.TS, d.Error, d.ID, d.Fence)
		return mustChange(result, err)
	})
}

// Delivery returns one delivery, or ledger.ErrNotFound.
func (s *Store) Delivery(ctx context.Context, id string) (ledger.Delivery, error) {
	d, err := scanDelivery(s.read.QueryRowContext(ctx, `SELECT `+deliveryColumns+` FROM delivery WHERE id = $1`, id))
	if errors.Is(err, sql.ErrNoRows) {
		err = ledger.ErrNotFound
	}
	if err != nil {
		return ledger.Delivery{}, fmt.Errorf("store: delivery %s: %w", id, plain(err))
	}
	return d, nil
}

// DeliveryCounts returns how many deliveries are in each state; a state without
// any is left out.
func (s *Store) DeliveryCounts(ctx context.Context) (map[string]int, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT state, count(*) FROM delivery GROUP BY state`)
	if err != nil {
		return nil, fmt.Errorf("store: count deliveries: %w", plain(err))
	}
	defer rows.Close()
	counts := map[string]int{}
	for rows.Next() {
		var state string
		var n int
		if err := rows.Scan(&state, &n); err != nil {
			return nil, fmt.Errorf("store: count deliveries: %w", err)
		}
		counts[state] = n
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("store: count deliveries: %w", plain(err))
	}
	return counts, nil
}
