# The same as on a bare Debian 12 machine, in a container:
#
#   docker build -t countersign .                           fetches the tools
#   docker run --rm -v "$PWD":/project countersign          npm test
#   docker run --rm -p 4000:4000 -v "$PWD":/project countersign npm start -- --https --host 0.0.0.0
FROM node:20-bookworm-slim

# The libraries that a private Chromium needs come with it; these are for the compiler and the bootstrap.
RUN apt-get update \
  && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
       ca-certificates debian-archive-keyring g++ git python3 python3-venv \
  && rm -rf /var/lib/apt/lists/*

# The tools, so that the image holds them: only what decides them is copied.
ENV COUNTERSIGN_CACHE=/opt/countersign
WORKDIR /bootstrap
COPY package.json package-lock.json ./
COPY tools ./tools
RUN node tools/bootstrap.mjs && rm -rf node_modules

WORKDIR /project
CMD ["npm", "test"]
