package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"sitrep/internal/ledger"
)

const eventColumns = `id, team, channel, ts, thread_ts, client_msg_id, sender, body, direct, mention, received, fence`

func scanEvent(row interface{ Scan(...any) error }, more ...any) (ledger.Event, error) {
	var e ledger.Event
	var direct, mention, received int64
	fields := []any{&e.ID, &e.Team, &e.Channel, &e.TS, &e.ThreadTS, &e.ClientMsgID, &e.User, &e.Text,
		&direct, &mention, &received, &e.Fence}
	err := row.Scan(append(fields, more...)...)
	e.Direct, e.Mention, e.Received = direct != 0, mention != 0, fromMillis(received)
	return e, err
}

// SaveEvent puts what came in into the inbox, once. It returns true when there is
// something new to do: a new post, or one that is now known to be for the bot
// (Direct, Mention) and was not answered. The same event again, and a second event
// for the same post (Team, Channel, TS) or the same gesture (Channel,
// ClientMsgID), add their Direct and Mention to the row that is there and return
// false unless that is new to it; a worker that has the row loses it then, and
// the row is open again.
func (s *Store) SaveEvent(ctx context.Context, e ledger.Event) (fresh bool, err error) {
	err = s.change(ctx, fmt.Sprintf("save event %s", e.ID), func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `
			INSERT INTO event (`+eventColumns+`, state, lease, delivery)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, 'open', 0, '')
			ON CONFLICT DO NOTHING`,
			e.ID, e.Team, e.Channel, e.TS, e.ThreadTS, e.ClientMsgID, e.User, e.Text,
			flag(e.Direct), flag(e.Mention), millis(e.Received))
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		if err != nil || n == 1 {
			fresh = n == 1
			return err
		}
		fresh, err = mergeEvent(ctx, tx, e)
		return err
	})
	return fresh, err
}

// mergeEvent adds the flags of e to every row for the same post that was not
// answered and lacks them, and reports whether there was one. Its fence moves on,
// so that a worker who decided without the flag cannot close the row.
func mergeEvent(ctx context.Context, tx *sql.Tx, e ledger.Event) (bool, error) {
	result, err := tx.ExecContext(ctx, `
		UPDATE event SET direct = CASE WHEN direct < $1 THEN $1 ELSE direct END,
			mention = CASE WHEN mention < $2 THEN $2 ELSE mention END,
			state = 'open', fence = fence + 1, lease = 0
		WHERE (id = $3 OR (team = $4 AND channel = $5 AND ts = $6 AND ts <> '')
				OR (channel = $5 AND client_msg_id = $7 AND client_msg_id <> ''))
			AND delivery = '' AND (direct < $1 OR mention < $2)`,
		flag(e.Direct), flag(e.Mention), e.ID, e.Team, e.Channel, e.TS, e.ClientMsgID)
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// ClaimEvent takes the oldest open event that nobody holds, until now plus lease,
// and returns it with its new Fence; false when there is none. A worker that dies
// loses it when the lease is over.
func (s *Store) ClaimEvent(ctx context.Context, now time.Time, lease time.Duration) (ledger.Event, bool, error) {
	const free = `SELECT id FROM event WHERE state = 'open' AND lease <= $1 ORDER BY received, seq LIMIT 1`
	var id string
	// A look without the write lock: most of the time there is nothing to do.
	err := s.read.QueryRowContext(ctx, free, millis(now)).Scan(&id)
	var e ledger.Event
	if err == nil {
		err = s.change(ctx, "claim", func(tx *sql.Tx) error {
			e, err = scanEvent(tx.QueryRowContext(ctx, `
				UPDATE event SET fence = fence + 1, lease = $2 WHERE id = (`+free+`)
				RETURNING `+eventColumns, millis(now), millis(now.Add(lease))))
			return err
		})
	}
	if errors.Is(err, sql.ErrNoRows) {
		return ledger.Event{}, false, nil
	}
	if err != nil {
		return ledger.Event{}, false, fmt.Errorf("store: claim an event: %w", plain(err))
	}
	return e, true, nil
}

// FinishEvent closes an event and, in the same transaction, puts its answer into
// the outbox; nil when there is nothing to say. An empty d.ID becomes
// ledger.AnswerID(e.ID); a delivery of that id that is there already stays as it
// is. If e.Fence is no longer the row's, nothing is written and the error is
// ledger.ErrLost.
func (s *Store) FinishEvent(ctx context.Context, e ledger.Event, d *ledger.Delivery) error {
	return s.change(ctx, fmt.Sprintf("finish event %s", e.ID), func(tx *sql.Tx) error {
		var answer string
		if d != nil {
			owed := *d
			if owed.ID == "" {
				owed.ID = ledger.AnswerID(e.ID)
			}
			answer = owed.ID
			if err := enqueue(ctx, tx, owed); err != nil {
				return err
			}
		}
		result, err := tx.ExecContext(ctx, `
			UPDATE event SET state = 'done', lease = 0, delivery = $1 WHERE id = $2 AND fence = $3 AND state = 'open'`,
			answer, e.ID, e.Fence)
		return mustChange(result, err)
	})
}

// ThreadQuestions returns the texts of the posts of a thread, its root among them,
// that were answered or are about to be, oldest first, before the post beforeTS
// (empty: all). None is
// not an error.
func (s *Store) ThreadQuestions(ctx context.Context, team, channel, rootTS, beforeTS string) ([]string, error) {
	rows, err := s.read.QueryContext(ctx, `
		SELECT body FROM event
		WHERE team = $1 AND channel = $2 AND (ts = $3 OR thread_ts = $3)
			AND (delivery <> '' OR state = 'open' AND (direct <> 0 OR mention <> 0)) AND ($4 = '' OR ts < $4)
		ORDER BY ts, seq`, team, channel, rootTS, beforeTS)
	if err != nil {
		return nil, fmt.Errorf("store: questions of thread %s: %w", rootTS, plain(err))
	}
	defer rows.Close()
	var list []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, fmt.Errorf("store: questions of thread %s: %w", rootTS, err)
		}
		list = append(list, text)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("store: questions of thread %s: %w", rootTS, plain(err))
	}
	return list, nil
}

// InThread reports whether the bot takes part in a thread: it posted the root,
// answered a post in it, or is about to.
func (s *Store) InThread(ctx context.Context, team, channel, rootTS string) (bool, error) {
	var in bool
	err := s.read.QueryRowContext(ctx, `
		SELECT EXISTS (SELECT 1 FROM delivery WHERE channel = $2 AND ts = $3 AND state = 'sent')
			OR EXISTS (SELECT 1 FROM event WHERE team = $1 AND channel = $2 AND (ts = $3 OR thread_ts = $3)
				AND (delivery <> '' OR state = 'open' AND (direct <> 0 OR mention <> 0)))`,
		team, channel, rootTS).Scan(&in)
	if err != nil {
		return false, fmt.Errorf("store: thread %s: %w", rootTS, plain(err))
	}
	return in, nil
}

// mustChange turns an UPDATE that met no row into ledger.ErrLost.
func mustChange(result sql.Result, err error) error {
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err == nil && n == 0 {
		err = ledger.ErrLost
	}
	return err
}
