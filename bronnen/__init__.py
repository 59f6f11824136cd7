"""The sources: register of known regulations, one reader per format, downloader, shipped facts."""
