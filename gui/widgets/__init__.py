"""The widgets that every page of the window uses: panels, columns, folds, rows, segments, the explanation panel."""
