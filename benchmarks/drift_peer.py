"""OpenDrift's Leeway on the same drift; run by drift_speed.py, with the interpreter that has it."""

import json
import logging
import sys
import time
from datetime import UTC, datetime, timedelta


def main(n: int, hours: float, step_s: float) -> dict[str, float]:
    logging.disable(logging.CRITICAL)
    from opendrift.models.leeway import Leeway

    model = Leeway(loglevel=50)
    constants = {"x_wind": 7, "y_wind": -7, "x_sea_water_velocity": 0.2}
    constants |= {"y_sea_water_velocity": 0.1, "land_binary_mask": 0}
    for name, value in constants.items():
        model.set_config(f"environment:constant:{name}", value)
    model.set_config("general:use_auto_landmask", False)
    began = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    model.seed_elements(lon=15.5, lat=35.5, number=n, object_type=27, time=began)
    clock = time.perf_counter()
    model.run(duration=timedelta(hours=hours), time_step=step_s, time_step_output=hours * 3600)
    seconds = time.perf_counter() - clock
    lon, lat = model.elements.lon, model.elements.lat
    return {"seconds": seconds, "lon": lon.mean(), "lat": lat.mean(), "spread": lon.std()}


if __name__ == "__main__":
    found = main(int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]))
    print(json.dumps({name: float(value) for name, value in found.items()}))
