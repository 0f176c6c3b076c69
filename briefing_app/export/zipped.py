import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Put the parts into an archive in their order; the same parts give the same bytes, whenever it is."""
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)
    return file.getvalue()
