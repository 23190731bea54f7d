# docker build -t disclosure-index . && docker run --rm -v "$PWD:/report:ro" disclosure-index check
FROM python:3.12-slim@sha256:78387bc3881b8273120a12ebe6c1ab22b018ccc2c9adf565ae1ac9b536e184ea AS build
WORKDIR /source
COPY pyproject.toml hatch_build.py constraints.txt README.md LICENSE NOTICE ./
COPY ci/requirements.txt ci/requirements.txt
COPY disclosure_index disclosure_index
COPY frameworks frameworks
# What others wrote by its digest, then this package alone; pip builds it with the versions of PIP_CONSTRAINT.
RUN python -m venv /opt/disclosure-index \
 && /opt/disclosure-index/bin/pip install --no-cache-dir --require-hashes --requirement ci/requirements.txt \
 && PIP_CONSTRAINT=constraints.txt /opt/disclosure-index/bin/pip install --no-cache-dir --no-deps .

FROM python:3.12-slim@sha256:78387bc3881b8273120a12ebe6c1ab22b018ccc2c9adf565ae1ac9b536e184ea
COPY --from=build /opt/disclosure-index /opt/disclosure-index
RUN useradd --no-create-home --shell /usr/sbin/nologin reporter
USER reporter
WORKDIR /report
ENTRYPOINT ["/opt/disclosure-index/bin/disclosure-index"]
CMD ["check"]
