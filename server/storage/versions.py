"""The tables of the database, as each version of its schema has added them."""

VERSIONS: tuple[str, ...] = (
    """
    CREATE TABLE messages (
        sequence INTEGER PRIMARY KEY,
        time INTEGER NOT NULL,
        target TEXT NOT NULL,
        target_name TEXT NOT NULL,
        source TEXT NOT NULL,
        account TEXT,
        command TEXT NOT NULL,
        text TEXT NOT NULL,
        tags TEXT NOT NULL
    );
    CREATE INDEX messages_by_target ON messages (target, sequence);
    CREATE TABLE channels (
        key TEXT PRIMARY KEY,
        topic TEXT,
        topic_set_by TEXT,
        topic_set_at INTEGER
    ) WITHOUT ROWID;
    CREATE TABLE health (id INTEGER PRIMARY KEY CHECK (id = 1), probed INTEGER);
    """,
    """
    CREATE TABLE identity (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL,
        last_sequence INTEGER NOT NULL,
        last_time INTEGER NOT NULL
    );
    INSERT INTO identity VALUES (1, lower(hex(randomblob(16))), 0, 0);
    CREATE TABLE past_lines (
        target TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        time INTEGER NOT NULL,
        body TEXT NOT NULL,
        tags TEXT NOT NULL,
        PRIMARY KEY (target, sequence)
    ) WITHOUT ROWID;
    CREATE TABLE rooms (
        key TEXT NOT NULL,
        history_start INTEGER NOT NULL,
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        modes TEXT,
        topic TEXT,
        topic_set_by TEXT,
        topic_set_at INTEGER,
        PRIMARY KEY (key, history_start)
    ) WITHOUT ROWID;
    INSERT INTO rooms SELECT key, 0, key, 0, NULL, topic, topic_set_by, topic_set_at
        FROM channels;
    DROP TABLE channels;
    CREATE TABLE members (
        room TEXT NOT NULL,
        nick_key TEXT NOT NULL,
        address TEXT NOT NULL,
        ranks TEXT NOT NULL,
        PRIMARY KEY (room, nick_key)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE server_bans (
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        described TEXT NOT NULL,
        reason TEXT NOT NULL,
        set_by TEXT NOT NULL,
        set_at INTEGER NOT NULL,
        ends_at INTEGER,
        PRIMARY KEY (kind, key)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE accounts (
        key TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        salt BLOB NOT NULL,
        iterations INTEGER NOT NULL,
        stored_key BLOB NOT NULL,
        server_key BLOB NOT NULL,
        created_at INTEGER NOT NULL,
        email TEXT NOT NULL,
        is_suspended INTEGER NOT NULL,
        is_always_on INTEGER,
        is_multiclient INTEGER
    ) WITHOUT ROWID;
    CREATE TABLE staying_users (
        key TEXT PRIMARY KEY,
        account TEXT NOT NULL,
        nick TEXT NOT NULL,
        username TEXT NOT NULL,
        host TEXT NOT NULL,
        realname TEXT NOT NULL,
        modes TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE talks (
        owner TEXT NOT NULL,
        other TEXT NOT NULL,
        nick_key TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (owner, other)
    ) WITHOUT ROWID;
    CREATE INDEX talks_by_time ON talks (owner, sequence);
    ALTER TABLE rooms ADD COLUMN founder TEXT;
    ALTER TABLE rooms ADD COLUMN founder_rank TEXT;
    """,
    """
    ALTER TABLE messages ADD COLUMN is_redacted INTEGER NOT NULL DEFAULT 0;
    """,
    """
    CREATE TABLE read_markers (
        owner TEXT NOT NULL,
        target TEXT NOT NULL,
        time INTEGER NOT NULL,
        PRIMARY KEY (owner, target)
    ) WITHOUT ROWID;
    CREATE TRIGGER markers_of_nobody AFTER DELETE ON accounts BEGIN
        DELETE FROM read_markers WHERE owner = '@' || old.key;
    END;
    CREATE TRIGGER markers_move AFTER UPDATE OF key ON rooms BEGIN
        UPDATE OR REPLACE read_markers SET target = new.key WHERE target = old.key;
    END;
    """,
    """
    CREATE TABLE metadata (
        owner TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (owner, key)
    ) WITHOUT ROWID;
    CREATE TRIGGER metadata_of_nobody AFTER DELETE ON accounts BEGIN
        DELETE FROM metadata WHERE owner = '@' || old.key;
    END;
    CREATE TRIGGER metadata_of_nowhere AFTER DELETE ON rooms BEGIN
        DELETE FROM metadata WHERE owner = old.key;
    END;
    CREATE TRIGGER metadata_moves AFTER UPDATE OF key ON rooms BEGIN
        UPDATE OR REPLACE metadata SET owner = new.key WHERE owner = old.key;
    END;
    """,
    """
    CREATE TABLE word_index (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        last_sequence INTEGER NOT NULL
    );
    INSERT INTO word_index VALUES (1, 0);
    CREATE VIRTUAL TABLE message_words USING fts5 (
        text,
        content = 'messages',
        content_rowid = 'sequence',
        detail = 'none',
        tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER words_of_deleted AFTER DELETE ON messages
    WHEN NOT old.is_redacted
        AND old.sequence <= (SELECT last_sequence FROM word_index)
    BEGIN
        INSERT INTO message_words (message_words, rowid, text)
        VALUES ('delete', old.sequence, replace(old.text, char(13), ''));
    END;
    CREATE TRIGGER words_of_redacted AFTER UPDATE OF is_redacted ON messages
    WHEN new.is_redacted AND NOT old.is_redacted
        AND old.sequence <= (SELECT last_sequence FROM word_index)
    BEGIN
        INSERT INTO message_words (message_words, rowid, text)
        VALUES ('delete', old.sequence, replace(old.text, char(13), ''));
    END;
    """,
    """
    ALTER TABLE rooms RENAME TO older_rooms;
    CREATE TABLE rooms (
        conversation TEXT NOT NULL,
        history_start INTEGER NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        modes TEXT,
        topic TEXT,
        topic_set_by TEXT,
        topic_set_at INTEGER,
        founder TEXT,
        founder_rank TEXT,
        PRIMARY KEY (conversation, history_start)
    ) WITHOUT ROWID;
    INSERT INTO rooms SELECT key, history_start, key, name, created_at, modes, topic,
        topic_set_by, topic_set_at, founder, founder_rank FROM older_rooms;
    DROP TABLE older_rooms;
    CREATE INDEX rooms_by_key ON rooms (key);
    CREATE TRIGGER metadata_of_nowhere AFTER DELETE ON rooms BEGIN
        DELETE FROM metadata WHERE owner = old.key;
    END;
    CREATE TRIGGER room_takes_name AFTER UPDATE OF key ON rooms BEGIN
        UPDATE OR REPLACE metadata SET owner = new.key WHERE owner = old.key;
        UPDATE OR REPLACE read_markers SET target = new.key WHERE target = old.key;
        UPDATE OR REPLACE members SET room = new.key WHERE room = old.key;
    END;
    """,
    """
    CREATE TABLE invitations (
        number INTEGER PRIMARY KEY,
        digest BLOB NOT NULL,
        channel TEXT NOT NULL,
        made_by TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        ends_at INTEGER,
        most_guests INTEGER,
        revoked_at INTEGER
    );
    CREATE TABLE invited_guests (
        number INTEGER NOT NULL,
        guest TEXT NOT NULL,
        PRIMARY KEY (number, guest)
    ) WITHOUT ROWID;
    """,
    """
    ALTER TABLE identity ADD COLUMN casemapping TEXT NOT NULL DEFAULT 'precis';
    """,
    """
    ALTER TABLE identity ADD COLUMN last_invitation INTEGER NOT NULL DEFAULT 0;
    UPDATE identity SET last_invitation =
        coalesce((SELECT max(number) FROM invitations), 0);
    ALTER TABLE identity ADD COLUMN invited_only INTEGER;
    """,
    """
    CREATE TABLE ended_accounts (
        key TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    UPDATE members SET address = coalesce((
        SELECT '@' || key FROM staying_users
        WHERE lower(nick) = nick_key AND username || '@' || host = address
    ), address);
    """,
    """
    CREATE TABLE conversation_index (
        target TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (target, sequence)
    ) WITHOUT ROWID;
    INSERT INTO conversation_index
        SELECT target, sequence FROM messages ORDER BY target, sequence;
    DROP INDEX messages_by_target;
    CREATE TABLE conversation_index_end (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        last_sequence INTEGER NOT NULL
    );
    INSERT INTO conversation_index_end
        SELECT 1, coalesce(max(sequence), 0) FROM messages;
    CREATE TRIGGER deleted_leave_conversations AFTER DELETE ON messages BEGIN
        DELETE FROM conversation_index
        WHERE target = old.target AND sequence = old.sequence;
    END;
    CREATE TRIGGER moved_change_conversations AFTER UPDATE OF target ON messages BEGIN
        UPDATE conversation_index SET target = new.target
        WHERE target = old.target AND sequence = old.sequence;
    END;
    CREATE VIEW indexed_messages AS
        SELECT conversation_index.target, conversation_index.sequence, time,
            target_name, source, account, command, text, tags, is_redacted
        FROM conversation_index CROSS JOIN messages
            ON messages.sequence = conversation_index.sequence;
    CREATE VIEW latest_messages AS
        SELECT target, +sequence AS sequence, time, target_name, source, account,
            command, text, tags, is_redacted
        FROM messages
        WHERE sequence > (SELECT last_sequence FROM conversation_index_end);
    """,
)
"""For each version of the schema, what it adds to the one before."""
