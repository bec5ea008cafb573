# Node and the release archive. One image runs every program:
#   docker run … upstander                            the api
#   docker run … upstander dist/apps/worker/main.js   the worker
#   docker run … upstander dist/apps/command/main.js migrate

# Runs on the builder's platform, because the archive works on every platform.
FROM --platform=$BUILDPLATFORM node:24.21.0-trixie-slim AS build
WORKDIR /src
COPY . .
RUN npm ci
# The commit and its time in seconds since 1970 (`git log -1 --format=%ct`). The time is required.
ARG COMMIT
ARG SOURCE_DATE_EPOCH
RUN npm run release -- --uncommitted

FROM node:24.21.0-trixie-slim
ENV NODE_ENV=production \
    NODE_OPTIONS=--enable-source-maps \
    HOST=0.0.0.0 \
    PORT=3000
WORKDIR /app
# Owned by root, so that a program can't change itself. Nothing is written below /app, so the root file system may be read-only.
COPY --from=build --chown=root:root /src/dist/release/upstander-*/ /app/
# The image's user "node", by number, because Kubernetes can't tell from a name that it isn't root.
USER 1000:1000
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "require(process.env.TLS_CERT_FILE ? 'node:https' : 'node:http').get({ host: '127.0.0.1', port: process.env.PORT, path: '/livez', rejectUnauthorized: false }, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
ENTRYPOINT ["node"]
CMD ["dist/apps/api/main.js"]
