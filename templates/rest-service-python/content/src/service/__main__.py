import os

import uvicorn

from service.app import build_app
from service.config import read_config
from service.json_log import set_up_logging
from service.metrics import start_prometheus


def main() -> None:
    config = read_config(os.environ)
    set_up_logging(config.log_level)
    duration = start_prometheus(config.host, config.metrics_port)
    uvicorn.run(
        build_app(config, duration),
        host=config.host,
        port=config.port,
        # we have a log of our own, without addresses
        log_config=None,
        access_log=False,
        server_header=False,
    )


if __name__ == "__main__":
    main()
