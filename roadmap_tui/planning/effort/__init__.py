"""Reading how much time something takes."""
