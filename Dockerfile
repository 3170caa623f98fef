# Builds everything once; the image then starts without building.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npx node tools/build.ts && npm prune --omit=dev

FROM node:24-slim
# Braille: docs/decisions/0013-voices-and-braille.md
RUN apt-get update && apt-get install -y --no-install-recommends liblouis-bin && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=10s CMD node -e "fetch('http://127.0.0.1:3978/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "src/main.ts"]
