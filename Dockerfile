# Two stages: the compiler stays behind, the image holds one static binary.
FROM golang:1.26 AS build
WORKDIR /src
# The modules first, so that a change of code does not fetch them again.
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# No cgo (SQLite is pure Go), so nothing of the system is linked; -trimpath and
# -s -w leave out paths and debug tables. Zone data is inside the binary.
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /sitrep .
# Folders cannot be made in the last stage, which has no shell: the state, and a
# place for SQLite's temporary files.
RUN mkdir -p /rootfs/data /rootfs/tmp && chmod 0700 /rootfs/data && chmod 1777 /rootfs/tmp

# Nothing but what is copied: no shell, no packages, nothing to keep up to date.
FROM scratch
# Slack and the model are spoken to over TLS.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
# Owned by the user below, so that a new volume is writable for it.
COPY --from=build --chown=65532:65532 /rootfs/ /
COPY --from=build /sitrep /sitrep
# Not root; a number, since there is no /etc/passwd.
USER 65532:65532
# The one thing that outlives the container.
ENV SITREP_DB=/data/sitrep.db
VOLUME /data
# Arguments are subcommands: "docker run sitrep ask …". Signals reach it directly.
ENTRYPOINT ["/sitrep"]
CMD ["serve"]
