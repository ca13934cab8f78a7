"""An audit of every place, dialog and theme against WCAG 2.2: names, painted contrast, target sizes, keyboard order."""
