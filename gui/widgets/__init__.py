"""What every place of the window is made of: panels, columns, folds, rows, segments, the why panel."""
