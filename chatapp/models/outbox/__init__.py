"""What one says on its way: kept until the server confirms it."""
