# docker build -t disclosure-index . && docker run --rm -v "$PWD:/report:ro" disclosure-index check
FROM python:3.12-slim AS build
WORKDIR /source
COPY pyproject.toml constraints.txt README.md LICENSE NOTICE ./
COPY disclosure_index disclosure_index
COPY frameworks frameworks
RUN python -m venv /opt/disclosure-index \
 && /opt/disclosure-index/bin/pip install --no-cache-dir --constraint constraints.txt '.[pdf]'

FROM python:3.12-slim
COPY --from=build /opt/disclosure-index /opt/disclosure-index
RUN useradd --no-create-home --shell /usr/sbin/nologin reporter
USER reporter
WORKDIR /report
ENTRYPOINT ["/opt/disclosure-index/bin/disclosure-index"]
CMD ["check"]
