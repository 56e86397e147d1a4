"""How a plan reads: columns, formats, tones and geometry. Knows neither Rich nor Textual."""
