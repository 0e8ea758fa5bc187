# One image for all programs of Mekong Desk; compose.yaml says which of them runs.
FROM node:24-bookworm-slim AS build
WORKDIR /desk
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /desk
COPY --from=build /desk/package.json /desk/LICENSE ./
COPY --from=build /desk/node_modules node_modules
COPY --from=build /desk/dist dist
COPY --from=build /desk/config config
USER node
CMD ["node", "dist/apps/api/src/main.js"]
