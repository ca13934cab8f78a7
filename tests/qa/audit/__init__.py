"""Every place, dialog and theme as WCAG 2.2 asks for it: names, contrast as painted, targets, the way of the keyboard."""
