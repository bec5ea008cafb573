# The image of a release: the same archive as on the page of the release, and Node. One image runs every program:
#   docker run … upstander                            the api
#   docker run … upstander dist/apps/worker/main.js   the worker
#   docker run … upstander dist/apps/command/main.js migrate

# Built on the builder's own machine: the archive holds what every machine needs.
FROM --platform=$BUILDPLATFORM node:24.21.0-trixie-slim AS build
WORKDIR /src
COPY . .
RUN npm ci
# Which commit this is, and its time in seconds since 1970: `git log -1 --format=%ct`. No time, no release.
ARG COMMIT
ARG SOURCE_DATE_EPOCH
RUN npm run release -- --uncommitted

FROM node:24.21.0-trixie-slim
ENV NODE_ENV=production \
    NODE_OPTIONS=--enable-source-maps \
    HOST=0.0.0.0 \
    PORT=3000
WORKDIR /app
# Root's, so that a program cannot change itself: nothing is written below /app, and the root may be read-only.
COPY --from=build --chown=root:root /src/dist/release/upstander-*/ /app/
# The user "node" of the image, by its number: Kubernetes cannot tell from a name that it is not root.
USER 1000:1000
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "require(process.env.TLS_CERT_FILE ? 'node:https' : 'node:http').get({ host: '127.0.0.1', port: process.env.PORT, path: '/livez', rejectUnauthorized: false }, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
ENTRYPOINT ["node"]
CMD ["dist/apps/api/main.js"]
