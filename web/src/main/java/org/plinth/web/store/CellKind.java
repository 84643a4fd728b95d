package org.plinth.web.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;

/** What the values of a column are, the same on both databases. */
enum CellKind {
    TEXT {
        @Override
        void copy(ResultSet rows, int column, Cells to) throws SQLException, IOException {
            String value = rows.getString(column);
            if (value == null) {
                to.absent();
            } else {
                to.text(value);
            }
        }
    },
    WHOLE {
        @Override
        void copy(ResultSet rows, int column, Cells to) throws SQLException, IOException {
            long value = rows.getLong(column);
            if (rows.wasNull()) {
                to.absent();
            } else {
                to.whole(value);
            }
        }
    },
    REAL {
        @Override
        void copy(ResultSet rows, int column, Cells to) throws SQLException, IOException {
            double value = rows.getDouble(column);
            if (rows.wasNull()) {
                to.absent();
            } else {
                to.real(value);
            }
        }
    },
    TRUTH {
        @Override
        void copy(ResultSet rows, int column, Cells to) throws SQLException, IOException {
            boolean value = rows.getBoolean(column);
            if (rows.wasNull()) {
                to.absent();
            } else {
                to.truth(value);
            }
        }
    },
    ID {
        @Override
        void copy(ResultSet rows, int column, Cells to) throws SQLException, IOException {
            UUID value = rows.getObject(column, UUID.class);
            if (value == null) {
                to.absent();
            } else {
                to.id(value);
            }
        }
    },
    MOMENT {
        @Override
        void copy(ResultSet rows, int column, Cells to) throws SQLException, IOException {
            OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
            if (value == null) {
                to.absent();
            } else {
                to.moment(value);
            }
        }
    },
    DAY {
        @Override
        void copy(ResultSet rows, int column, Cells to) throws SQLException, IOException {
            LocalDate value = rows.getObject(column, LocalDate.class);
            if (value == null) {
                to.absent();
            } else {
                to.day(value);
            }
        }
    },
    BYTES {
        @Override
        void copy(ResultSet rows, int column, Cells to) throws SQLException, IOException {
            byte[] value = rows.getBytes(column);
            if (value == null) {
                to.absent();
            } else {
                to.bytes(value);
            }
        }
    };

    abstract void copy(ResultSet rows, int column, Cells to) throws SQLException, IOException;

    /**
     * The kind of a column.
     *
     * @throws IllegalStateException for a type that no copy can carry: it would be lost without a word
     */
    static CellKind of(ResultSetMetaData columns, int column) throws SQLException {
        String type = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        // By name first: H2 calls an id BINARY, PostgreSQL a moment TIMESTAMP.
        if (type.equals("uuid")) {
            return ID;
        }
        if (type.equals("timestamptz")) {
            return MOMENT;
        }
        return switch (columns.getColumnType(column)) {
            case Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
            case Types.DOUBLE -> REAL;
            case Types.BOOLEAN, Types.BIT -> TRUTH;
            case Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
            case Types.DATE -> DAY;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default ->
                throw new IllegalStateException(columns.getTableName(column) + "." + columns.getColumnName(column)
                        + " is " + type + ", which no backup can carry");
        };
    }
}
