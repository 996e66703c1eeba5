# The same as on a bare Debian 12 machine, in a container:
#
#   docker build -t countersign .        fetches the tools
#   docker run --rm -it --init --shm-size=1g -v "$PWD":/project $OWN countersign
#   docker run --rm -it --init -p 4000:4000 -v "$PWD":/project $OWN countersign npm start -- --https --host 0.0.0.0
#
# with OWN="-v /project/node_modules -v /project/build -v /project/dist", so that the container and your machine do not
# use each other's packages and builds. The second line runs npm test; for the third, open https://localhost:4000.
FROM node:20-bookworm-slim

# For the compiler and the bootstrap; a private Chromium brings its own libraries. git names the files that are checked.
RUN apt-get update \
  && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
       ca-certificates debian-archive-keyring g++ git python3 python3-venv \
  && rm -rf /var/lib/apt/lists/* \
  # The mounted clone belongs to somebody else than root, and git would refuse to list it.
  && git config --system --add safe.directory '*'

# The tools, so that the image holds them: only what decides them is copied.
ENV COUNTERSIGN_CACHE=/opt/countersign
WORKDIR /bootstrap
COPY package.json package-lock.json ./
COPY tools ./tools
RUN node tools/bootstrap.mjs && rm -rf node_modules

WORKDIR /project
CMD ["npm", "test"]
