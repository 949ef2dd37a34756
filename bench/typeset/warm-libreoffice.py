"""Converts a Word file to PDF eight times in a LibreOffice that is running; prints milliseconds of the last five."""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

url = "uno:pipe,name=bianfa-bench;urp;StarOffice.ComponentContext"
resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
deadline = time.time() + 60
while True:
    try:
        context = resolver.resolve(url)
        break
    except NoConnectException:
        if time.time() > deadline:
            raise
        time.sleep(0.2)

desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
source = uno.systemPathToFileUrl(sys.argv[1])
hidden = PropertyValue(Name="Hidden", Value=True)
pdf = PropertyValue(Name="FilterName", Value="writer_pdf_Export")
times = []
for _ in range(8):
    begin = time.perf_counter()
    document = desktop.loadComponentFromURL(source, "_blank", 0, (hidden,))
    document.storeToURL(source.replace(".docx", ".pdf"), (pdf,))
    document.close(True)
    times.append((time.perf_counter() - begin) * 1000)
print(json.dumps(times[3:]))
